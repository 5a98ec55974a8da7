namespace Phase1.ServiceDefaults;

/// <summary>
/// What one table holds about a student, how it is read, and how it is erased: SQL with the parameters that <see cref="IPersonalData"/> lists. A table may
/// have several of these; its numbers are added up.
/// </summary>
/// <param name="Name">The table.</param>
/// <param name="Holds">What it holds about a student, in words for the page of all tables; "nothing" where that is so.</param>
public sealed record PersonalTable(string Name, string Holds)
{
    /// <summary>A query of the student's rows as they are handed out; null where nothing is handed out.</summary>
    public string? Collect { get; init; }

    /// <summary>A query of files that are handed out: a path, and the bytes; null where there are none.</summary>
    public string? Files { get; init; }

    /// <summary>The statements that erase the student, in their order. Rows of others are not touched by them, and run again they change nothing.</summary>
    public IReadOnlyList<string> Erase { get; init; } = [];

    /// <summary>
    /// Queries of one number each, which must be 0 after an erasure, and which is not 0 when a statement of <see cref="Erase"/> was left out. Where nothing is
    /// handed out they are also what is counted.
    /// </summary>
    public IReadOnlyList<string> Remains { get; init; } = [];

    /// <summary>The same, asked only when the log has forgotten everything of before the erasure.</summary>
    public IReadOnlyList<string> RemainsInProof { get; init; } = [];

    /// <summary>What stands in the way of an erasure here.</summary>
    public IReadOnlyList<PersonalBlocker> Blockers { get; init; } = [];

    /// <summary>A table that holds nothing about any student.</summary>
    /// <param name="name">The table.</param>
    public static PersonalTable Nothing(string name) => new(name, "nothing");
}
