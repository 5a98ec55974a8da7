namespace Phase1.Nlp.Matching;

/// <summary>A roster entry as the class service or a dry run gives it.</summary>
sealed record RosterStudent(
    string StudentId,
    string? FirstName,
    string? LastName,
    string? FullLegalName = null,
    string? Email = null,
    bool IsPlaceholder = false
);
