using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Associations.Decisions;
using Phase1.Matching;

namespace Phase1.Unit.Tests.ClassManagement.Associations;

public class DecisionAnswerTests
{
    static readonly Judge Teacher = new("teacher-1", Rows.Morning);
    static readonly MatchingThresholds Thresholds = new();

    static DecisionAnswer Answer(Association[] rows, params DecisionOrder[] orders) =>
        DecisionAnswer.Of(SetRuling.Decide(SetState.Open, rows, orders, Teacher).ShouldBeOfType<SetRuling.Applies>(), Thresholds);

    static DecisionOrder Order(Association row, DecisionAction action, Guid? student = null) => new(row.EssayId, action, student);

    static Association Accepted(Association row) =>
        ((Ruling.Becomes)new AcceptRule().Decide(row, Order(row, DecisionAction.Accept), Teacher)).Row;

    [Fact]
    public void It_says_what_was_applied_what_remains_and_how_the_set_stands_now()
    {
        Association[] rows = [Rows.Proposed(1, Rows.Anna, 0.95m), Rows.Proposed(2, Rows.Bo, 0.6m), Rows.Undecided(3)];

        var some = Answer(rows, Order(rows[0], DecisionAction.Accept));

        (some.Applied, some.Released, some.Remaining).ShouldBe((1, false, 2));
        (some.Counts.Total, some.Counts.Decided, some.Counts.Confirmed).ShouldBe((3, 1, 1));
        some.Warnings.ShouldBeEmpty();

        var all = Answer(
            [.. rows.Select(row => row.SuggestedStudentId is null ? row : Accepted(row))],
            Order(rows[2], DecisionAction.Exclude)
        );

        (all.Applied, all.Released, all.Remaining).ShouldBe((1, true, 0));
    }

    [Theory]
    [InlineData(DecisionAction.Accept)]
    [InlineData(DecisionAction.Choose)]
    public void Whoever_gives_a_student_a_second_essay_is_told_which_they_are(object action)
    {
        Association[] rows = [Accepted(Rows.Proposed(1, Rows.Anna, 0.9m)), Rows.Proposed(2, Rows.Anna, 0.8m), Rows.Undecided(3)];

        var warning = Answer(rows, Order(rows[1], (DecisionAction)action, Rows.Anna)).Warnings.ShouldHaveSingleItem();

        warning.Code.ShouldBe("student_used_twice");
        warning.StudentId.ShouldBe(Rows.Anna);
        warning.EssayIds.ShouldBe([rows[0].EssayId, rows[1].EssayId]);
    }

    [Fact]
    public void Two_essays_of_one_student_that_this_request_does_not_touch_are_no_news()
    {
        Association[] rows =
        [
            Accepted(Rows.Proposed(1, Rows.Anna, 0.9m)),
            Accepted(Rows.Proposed(2, Rows.Anna, 0.8m)),
            Rows.Proposed(3, Rows.Bo, 0.9m),
        ];

        Answer(rows, Order(rows[2], DecisionAction.Accept)).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Many_essays_without_an_author_are_no_double_use()
    {
        Association[] rows = [Rows.Undecided(1), Rows.Undecided(2), Rows.Undecided(3), Rows.Undecided(4)];

        var answer = Answer(
            rows,
            Order(rows[0], DecisionAction.Unknown, Rows.Unknown),
            Order(rows[1], DecisionAction.Unknown, Rows.Unknown),
            Order(rows[2], DecisionAction.Exclude),
            Order(rows[3], DecisionAction.Exclude)
        );

        answer.Warnings.ShouldBeEmpty();
        answer.Released.ShouldBeTrue();
    }
}
