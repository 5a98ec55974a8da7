using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Associations.Decisions;
using Phase1.Events;

namespace Phase1.Unit.Tests.ClassManagement.Associations;

public class DecisionRuleTests
{
    static readonly Judge Teacher = new("teacher-1", Rows.Morning.AddHours(1));

    static Ruling Decide(Association row, DecisionAction action, Guid? student = null) =>
        DecisionRules.For(action).Decide(row, new DecisionOrder(row.EssayId, action, student), Teacher);

    static Association Row(Ruling ruling) => ruling.ShouldBeOfType<Ruling.Becomes>().Row;

    [Fact]
    public void Accepting_binds_the_proposed_student_and_says_who_decided()
    {
        var row = Row(Decide(Rows.Proposed(1, Rows.Anna, 0.9m), DecisionAction.Accept));

        row.ValidationStatus.ShouldBe(AssociationStatus.Confirmed);
        row.DecidedStudentId.ShouldBe(Rows.Anna);
        row.Decision.ShouldBe(Decision.Accepted);
        row.ValidationMethod.ShouldBe(ValidationMethod.Human);
        row.ValidatedBy.ShouldBe("teacher-1");
        row.ValidatedAt.ShouldBe(Rows.Morning.AddHours(1));
        row.AssociationVersion.ShouldBe(1);
    }

    [Theory]
    [InlineData(DecisionAction.Accept, "Only a pending suggestion can be accepted.")]
    [InlineData(DecisionAction.Reject, "Only a pending suggestion can be rejected.")]
    public void Only_a_pending_suggestion_is_accepted_or_rejected(object action, string why)
    {
        Decide(Rows.Undecided(1), (DecisionAction)action).ShouldBeOfType<Ruling.Refusal>().Why.ShouldBe(why);
        var chosen = Row(Decide(Rows.Proposed(1, Rows.Anna, 0.9m), DecisionAction.Choose, Rows.Bo));
        Decide(chosen, (DecisionAction)action).ShouldBeOfType<Ruling.Refusal>();
    }

    [Fact]
    public void Choosing_another_student_keeps_the_suggestion_beside_the_decision()
    {
        var row = Row(Decide(Rows.Proposed(1, Rows.Anna, 0.9m), DecisionAction.Choose, Rows.Bo));

        row.DecidedStudentId.ShouldBe(Rows.Bo);
        row.SuggestedStudentId.ShouldBe(Rows.Anna);
        row.ConfidenceScore.ShouldBe(0.9m);
        row.Decision.ShouldBe(Decision.Chosen);
    }

    [Fact]
    public void Choosing_anew_counts_where_the_student_or_the_kind_of_decision_is_another()
    {
        var accepted = Row(Decide(Rows.Proposed(1, Rows.Anna, 0.9m), DecisionAction.Accept));
        var chosen = Row(Decide(accepted, DecisionAction.Choose, Rows.Anna));

        chosen.Decision.ShouldBe(Decision.Chosen);
        Row(Decide(chosen, DecisionAction.Choose, Rows.Bo)).DecidedStudentId.ShouldBe(Rows.Bo);
    }

    [Fact]
    public void Rejecting_is_a_step_in_the_row_s_history() =>
        Row(Decide(Rows.Proposed(1, Rows.Anna, 0.95m), DecisionAction.Reject)).AssociationVersion.ShouldBe(1);

    [Fact]
    public void Excluding_leaves_the_essay_without_a_student()
    {
        var row = Row(Decide(Rows.Proposed(1, Rows.Anna, 0.9m), DecisionAction.Exclude));

        row.ValidationStatus.ShouldBe(AssociationStatus.Rejected);
        row.DecidedStudentId.ShouldBeNull();
        row.Decision.ShouldBe(Decision.Excluded);
        row.IsDecided.ShouldBeTrue();
    }

    [Fact]
    public void A_rejected_suggestion_is_still_undecided_and_never_pending_again()
    {
        var rejected = Row(Decide(Rows.Proposed(1, Rows.Anna, 0.95m), DecisionAction.Reject));
        rejected.ValidationStatus.ShouldBe(AssociationStatus.NoMatch);
        rejected.SuggestionRejected.ShouldBeTrue();
        rejected.IsDecided.ShouldBeFalse();

        var reopened = Row(Decide(Row(Decide(rejected, DecisionAction.Choose, Rows.Bo)), DecisionAction.Reopen));
        reopened.ValidationStatus.ShouldBe(AssociationStatus.NoMatch);
    }

    [Fact]
    public void Reopening_brings_the_row_back_as_it_was_proposed()
    {
        var proposed = Rows.Proposed(1, Rows.Anna, 0.9m);

        var reopened = Row(Decide(Row(Decide(proposed, DecisionAction.Unknown, Rows.Unknown)), DecisionAction.Reopen));

        reopened.ShouldBe(proposed with { AssociationVersion = 2 });
    }

    [Theory]
    [InlineData(DecisionAction.Accept)]
    [InlineData(DecisionAction.Choose)]
    [InlineData(DecisionAction.Unknown)]
    [InlineData(DecisionAction.Exclude)]
    [InlineData(DecisionAction.Reject)]
    [InlineData(DecisionAction.Reopen)]
    public void The_same_decision_again_changes_nothing(object action)
    {
        var start = Rows.Proposed(1, Rows.Anna, 0.9m);
        if ((DecisionAction)action == DecisionAction.Reopen)
        {
            start = Row(Decide(start, DecisionAction.Accept));
        }

        var once = Row(Decide(start, (DecisionAction)action, Rows.Bo));

        Decide(once, (DecisionAction)action, Rows.Bo).ShouldBeOfType<Ruling.Stays>();
    }
}
