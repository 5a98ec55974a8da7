using Phase1.Events;

namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>A student of the class is the author, whoever was proposed.</summary>
sealed class ChooseRule : IDecisionRule
{
    public Ruling Decide(Association row, DecisionOrder order, Judge judge) =>
        row.Decision == Decision.Chosen && row.DecidedStudentId == order.StudentId
            ? Ruling.Unchanged
            : new Ruling.Becomes(row.DecidedBy(judge, AssociationStatus.Confirmed, Decision.Chosen, order.StudentId), ChangeKind.Chosen);
}
