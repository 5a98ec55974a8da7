using Phase1.Events;

namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>Nobody can tell: the essay goes to the class's UNKNOWN student.</summary>
sealed class UnknownRule : IDecisionRule
{
    public Ruling Decide(Association row, DecisionOrder order, Judge judge) =>
        row.Decision == Decision.Unknown
            ? Ruling.Unchanged
            : new Ruling.Becomes(row.DecidedBy(judge, AssociationStatus.Confirmed, Decision.Unknown, order.StudentId), ChangeKind.Unknown);
}
