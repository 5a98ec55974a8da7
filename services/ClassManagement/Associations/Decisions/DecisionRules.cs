using Phase1.Events;

namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>One rule per action: a pure function of the row, what is wanted, and who wants it.</summary>
interface IDecisionRule
{
    Ruling Decide(Association row, DecisionOrder order, Judge judge);
}

static class DecisionRules
{
    internal static IDecisionRule For(DecisionAction action) =>
        action switch
        {
            DecisionAction.Accept => new AcceptRule(),
            DecisionAction.Choose => new ChooseRule(),
            DecisionAction.Unknown => new UnknownRule(),
            DecisionAction.Exclude => new ExcludeRule(),
            DecisionAction.Reject => new RejectRule(),
            DecisionAction.Reopen => new ReopenRule(),
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };

    /// <summary>The row as a person has decided it.</summary>
    internal static Association DecidedBy(
        this Association row,
        Judge judge,
        AssociationStatus status,
        Decision decision,
        Guid? studentId
    ) =>
        row with
        {
            ValidationStatus = status,
            Decision = decision,
            DecidedStudentId = studentId,
            ValidationMethod = ValidationMethod.Human,
            ValidatedBy = judge.UserId,
            ValidatedAt = judge.Now,
            AssociationVersion = row.AssociationVersion + 1,
        };
}
