namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>Takes a decision back while the set is open.</summary>
sealed class ReopenRule : IDecisionRule
{
    public Ruling Decide(Association row, DecisionOrder order, Judge judge) =>
        row.IsDecided
            ? new Ruling.Becomes(
                row with
                {
                    ValidationStatus = row.UndecidedStatus,
                    DecidedStudentId = null,
                    Decision = null,
                    ValidationMethod = null,
                    ValidatedBy = null,
                    ValidatedAt = null,
                    AssociationVersion = row.AssociationVersion + 1,
                },
                ChangeKind.Reopened
            )
            : Ruling.Unchanged;
}
