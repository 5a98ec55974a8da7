using Phase1.Events;

namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>The essay leaves the batch.</summary>
sealed class ExcludeRule : IDecisionRule
{
    public Ruling Decide(Association row, DecisionOrder order, Judge judge) =>
        row.Decision == Decision.Excluded
            ? Ruling.Unchanged
            : new Ruling.Becomes(row.DecidedBy(judge, AssociationStatus.Rejected, Decision.Excluded, studentId: null), ChangeKind.Excluded);
}
