namespace Phase1.ClassManagement.Students;

/// <summary>What a line of a class list would do.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Name">First name and surname, as they were read; null where they could not be.</param>
/// <param name="Email">The address; null where there is none.</param>
/// <param name="Outcome">What it would do.</param>
/// <param name="Column">Where it is bad: what the column holds, or its title; null for the line as such.</param>
/// <param name="Reason">Why it is bad.</param>
sealed record PreviewedLine(int Line, string? Name, string? Email, LineOutcome Outcome, string? Column = null, string? Reason = null)
{
    internal static PreviewedLine Of(int line, NameLine name, string? email, LineOutcome outcome) =>
        new(line, $"{name.First} {name.Last}", email, outcome);
}

/// <summary>What becomes of a line of a class list.</summary>
enum LineOutcome
{
    /// <summary>A student is made.</summary>
    Created,

    /// <summary>A student of the teacher, known by the address, comes into the class.</summary>
    Enrolled,

    /// <summary>The student is in the class.</summary>
    Existing,

    /// <summary>Nothing: it is bad.</summary>
    Rejected,
}
