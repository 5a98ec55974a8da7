using Phase1.ClassManagement.Associations;
using Phase1.Events;

namespace Phase1.ClassManagement.Reconciliation;

/// <summary>What CMS holds of a batch, as it says it anew.</summary>
static class Restatement
{
    /// <param name="set">The set, with the version that this restatement has.</param>
    /// <param name="rows">All of its rows.</param>
    /// <param name="now">When.</param>
    internal static StudentAssociationsRestated ToFact(AssociationSet set, IReadOnlyList<Association> rows, DateTimeOffset now) =>
        new()
        {
            BatchId = set.BatchId,
            ClassId = set.ClassId,
            CourseCode = set.CourseCode,
            Version = set.Version,
            Released = set.State == SetState.Released,
            Associations = set.State == SetState.Released ? Release.Entries(rows) : [],
            RestatedAt = now,
        };

    /// <summary>
    /// Once a set has been restated, so is each release and correction that follows: between topics there is no order, so that a restatement could
    /// come after what it does not know of yet. Of restatements the latest stands.
    /// </summary>
    internal static IEnumerable<IFact> Again(AssociationSet set, IReadOnlyList<Association> rows, DateTimeOffset now) =>
        set.RestatedAt is null ? [] : [ToFact(set, rows, now)];
}
