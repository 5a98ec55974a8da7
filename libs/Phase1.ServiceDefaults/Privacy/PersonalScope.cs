namespace Phase1.ServiceDefaults;

/// <summary>Asks a service which essays are a student's.</summary>
/// <param name="StudentIds">All ids of the student, at most 20.</param>
/// <param name="EssayIds">Essays that somebody has found to be the student's, at most 2,000.</param>
public sealed record PersonalScope(IReadOnlyList<Guid> StudentIds, IReadOnlyList<Guid> EssayIds)
{
    /// <summary>The most ids of one student.</summary>
    public const int MaxStudents = 20;

    /// <summary>The most essays of one student.</summary>
    public const int MaxEssays = 2000;
}
