using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Deadlines;
using Phase1.Events;
using Phase1.Unit.Tests.ClassManagement.Associations;

namespace Phase1.Unit.Tests.ClassManagement.Deadlines;

public class TimeoutRuleTests
{
    static readonly HashSet<Guid> Class = [Rows.Anna];

    [Theory]
    [InlineData("0.9", true, true)]
    [InlineData("0.70", true, true)]
    [InlineData("0.6999999999", true, false)]
    [InlineData("0.95", false, false)]
    [Trait("Scenario", "S-521")]
    [Trait("Scenario", "S-522")]
    public void The_deadline_confirms_what_is_proven(string score, bool eligible, bool confirms) =>
        TimeoutRule
            .ConfirmsSuggestion(Rows.Proposed(1, Rows.Anna, decimal.Parse(score), eligible), autoConfirm: 0.70m, Class)
            .ShouldBe(confirms);

    [Fact]
    [Trait("Scenario", "S-512")]
    public void Never_a_rejected_suggestion_nor_a_student_who_has_left()
    {
        TimeoutRule.ConfirmsSuggestion(Rows.Proposed(1, Rows.Anna, 0.95m) with { SuggestionRejected = true }, 0.70m, Class).ShouldBeFalse();
        TimeoutRule.ConfirmsSuggestion(Rows.Proposed(1, Rows.Bo, 0.95m), 0.70m, Class).ShouldBeFalse();
        TimeoutRule.ConfirmsSuggestion(Rows.Undecided(1), 0.70m, Class).ShouldBeFalse();
    }

    [Fact]
    public void What_goes_to_the_unknown_student_keeps_its_suggestion_and_score()
    {
        var row = TimeoutRule.ToUnknown(Rows.Proposed(1, Rows.Anna, 0.69m), Rows.Unknown, Rows.Morning);

        row.ValidationStatus.ShouldBe(AssociationStatus.TimeoutConfirmed);
        row.Decision.ShouldBe(Decision.TimeoutUnknown);
        row.DecidedStudentId.ShouldBe(Rows.Unknown);
        row.SuggestedStudentId.ShouldBe(Rows.Anna);
        row.ConfidenceScore.ShouldBe(0.69m);
        row.ValidatedBy.ShouldBe("SYSTEM_TIMEOUT");
        row.ValidationMethod.ShouldBe(ValidationMethod.Timeout);
    }
}
