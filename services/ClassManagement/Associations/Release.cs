using Phase1.Events;

namespace Phase1.ClassManagement.Associations;

/// <summary>The moment when a set is complete.</summary>
static class Release
{
    internal static AssociationSet Released(this AssociationSet set, ReleaseKind kind, DateTimeOffset at) =>
        set with
        {
            State = SetState.Released,
            ReleaseKind = kind,
            ReleasedAt = at,
        };

    internal static StudentAssociationsConfirmed ToFact(AssociationSet set, IReadOnlyList<Association> rows) =>
        new()
        {
            BatchId = set.BatchId,
            ClassId = set.ClassId,
            CourseCode = set.CourseCode,
            Associations = Entries(rows),
            TimeoutTriggered = set.ReleaseKind == ReleaseKind.Timeout,
            ValidationSummary = Summary(rows),
        };

    internal static IReadOnlyList<ConfirmedAssociation> Entries(IReadOnlyList<Association> rows) => [.. rows.Select(ToEntry)];

    internal static ValidationSummary Summary(IReadOnlyList<Association> rows) =>
        new()
        {
            Human = rows.Count(row => row.ValidationMethod == ValidationMethod.Human),
            Timeout = rows.Count(row => row.ValidationMethod == ValidationMethod.Timeout),
            Auto = rows.Count(row => row.ValidationMethod == ValidationMethod.Auto),
        };

    static ConfirmedAssociation ToEntry(Association row) =>
        new()
        {
            EssayId = row.EssayId,
            StudentId = row.DecidedStudentId,
            ConfidenceScore = EventScore(row),
            ValidationMethod = row.ValidationMethod!.Value,
            Decision = row.Decision,
            ValidatedBy = row.ValidatedBy,
            ValidatedAt = row.ValidatedAt!.Value,
            AssociationVersion = row.AssociationVersion,
        };

    /// <summary>How sure the decision is: a proposal's own score, certainty for a free choice, nothing where nobody is bound.</summary>
    internal static decimal EventScore(Association row) =>
        row.Decision switch
        {
            Decision.Accepted or Decision.TimeoutSuggested => row.ConfidenceScore ?? 0m,
            Decision.Chosen => row.Suggestions.FirstOrDefault(s => s.StudentId == row.DecidedStudentId)?.Score ?? 1m,
            _ => 0m,
        };
}
