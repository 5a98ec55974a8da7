namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>Not the proposed student. The essay stays undecided, and the deadline will not bind it to that student.</summary>
sealed class RejectRule : IDecisionRule
{
    public Ruling Decide(Association row, DecisionOrder order, Judge judge) =>
        row switch
        {
            { SuggestionRejected: true, IsDecided: false } => Ruling.Unchanged,
            { ValidationStatus: AssociationStatus.PendingValidation } => new Ruling.Becomes(
                row with
                {
                    ValidationStatus = AssociationStatus.NoMatch,
                    SuggestionRejected = true,
                    AssociationVersion = row.AssociationVersion + 1,
                },
                ChangeKind.SuggestionRejected
            ),
            _ => Ruling.Refused("Only a pending suggestion can be rejected."),
        };
}
