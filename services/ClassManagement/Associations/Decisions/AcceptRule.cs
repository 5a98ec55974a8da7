using Phase1.Events;

namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>The proposed student is the author.</summary>
sealed class AcceptRule : IDecisionRule
{
    public Ruling Decide(Association row, DecisionOrder order, Judge judge) =>
        row switch
        {
            { Decision: Decision.Accepted } => Ruling.Unchanged,
            { ValidationStatus: AssociationStatus.PendingValidation, SuggestedStudentId: { } suggested } => new Ruling.Becomes(
                row.DecidedBy(judge, AssociationStatus.Confirmed, Decision.Accepted, suggested),
                ChangeKind.Accepted
            ),
            _ => Ruling.Refused("Only a pending suggestion can be accepted."),
        };
}
