using Phase1.ClassManagement.Associations;
using Phase1.Events;

namespace Phase1.ClassManagement.Deadlines;

/// <summary>The rows that the deadline has decided.</summary>
sealed record TimeoutOutcome(IReadOnlyList<Association> Confirmed, IReadOnlyList<Association> Unknown)
{
    internal static TimeoutOutcome Of(IReadOnlyList<RowChange> changes) =>
        new(
            [.. changes.Where(change => change.Kind == ChangeKind.TimeoutSuggested).Select(change => change.After)],
            [.. changes.Where(change => change.Kind == ChangeKind.TimeoutUnknown).Select(change => change.After)]
        );

    internal ValidationTimeoutProcessed ToFact(AssociationSet set, decimal timeoutHours, DateTimeOffset at) =>
        new()
        {
            BatchId = set.BatchId,
            ClassId = set.ClassId,
            UserId = set.OwnerUserId,
            TimeoutHours = timeoutHours,
            AutoConfirmedAssociations =
            [
                .. Confirmed.Select(row => new AutoConfirmedAssociation
                {
                    EssayId = row.EssayId,
                    StudentId = row.DecidedStudentId!.Value,
                    ConfidenceScore = Release.EventScore(row),
                }),
            ],
            GuestEssays = [.. Unknown.Select(row => row.EssayId)],
            UnknownStudentId = Unknown.Count > 0 ? Unknown[0].DecidedStudentId : null,
            ProcessingTimestamp = at,
        };
}
