using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Associations.Decisions;

namespace Phase1.Unit.Tests.ClassManagement.Associations;

public class SetRulingTests
{
    static readonly Judge Teacher = new("teacher-1", Rows.Morning);
    static readonly Association[] Three =
    [
        Rows.Proposed(1, Rows.Anna, 0.95m),
        Rows.Proposed(2, Rows.Bo, 0.6m, eligible: false),
        Rows.Undecided(3),
    ];

    static SetRuling Decide(SetState state, params DecisionOrder[] orders) => SetRuling.Decide(state, Three, orders, Teacher);

    static DecisionOrder Order(int row, DecisionAction action, int? version = null) =>
        new(Three[row].EssayId, action, Rows.Unknown, version);

    [Fact]
    public void The_last_decision_releases_and_no_earlier_one()
    {
        var some = Decide(SetState.Open, Order(0, DecisionAction.Accept), Order(1, DecisionAction.Accept))
            .ShouldBeOfType<SetRuling.Applies>();
        some.Releases.ShouldBeFalse();
        some.Changes.Count.ShouldBe(2);

        var all = Decide(SetState.Open, Order(0, DecisionAction.Accept), Order(1, DecisionAction.Exclude), Order(2, DecisionAction.Unknown))
            .ShouldBeOfType<SetRuling.Applies>();
        all.Releases.ShouldBeTrue();
        all.Rows.Select(row => row.EssayId).ShouldBe(Three.Select(row => row.EssayId));
    }

    [Fact]
    public void One_bad_decision_refuses_the_good_ones_with_it()
    {
        var ruling = Decide(SetState.Open, Order(0, DecisionAction.Accept), Order(2, DecisionAction.Accept));

        ruling.ShouldBeOfType<SetRuling.Refused>().EssayId.ShouldBe(Three[2].EssayId);
    }

    [Fact]
    public void A_version_that_is_not_current_shows_the_current_row_even_after_the_release()
    {
        var ruling = Decide(SetState.Released, Order(0, DecisionAction.Accept, version: 7));

        ruling.ShouldBeOfType<SetRuling.Stale>().Current.ShouldBe([Three[0]]);
    }

    [Theory]
    [InlineData(SetState.Released)]
    [InlineData(SetState.Cancelled)]
    public void A_set_that_is_not_open_takes_no_decision(object state) =>
        Decide((SetState)state, Order(0, DecisionAction.Exclude, version: 0))
            .ShouldBeOfType<SetRuling.NotOpen>()
            .State.ShouldBe((SetState)state);

    [Fact]
    public void The_last_remaining_essay_cannot_be_excluded() =>
        Decide(SetState.Open, Order(0, DecisionAction.Exclude), Order(1, DecisionAction.Exclude), Order(2, DecisionAction.Exclude))
            .ShouldBeOfType<SetRuling.NothingToRelease>();

    [Fact]
    public void An_essay_of_another_batch_is_unknown() =>
        SetRuling
            .Decide(SetState.Open, Three, [new DecisionOrder(Rows.Id(9), DecisionAction.Exclude)], Teacher)
            .ShouldBeOfType<SetRuling.UnknownEssay>();

    [Fact]
    public void No_order_changes_nothing_and_releases_nothing()
    {
        var applies = Decide(SetState.Open).ShouldBeOfType<SetRuling.Applies>();
        applies.Changes.ShouldBeEmpty();
        applies.Releases.ShouldBeFalse();
    }

    [Fact]
    public void A_decision_that_stands_already_does_not_release_again()
    {
        var decided = Decide(
                SetState.Open,
                Order(0, DecisionAction.Accept),
                Order(1, DecisionAction.Exclude),
                Order(2, DecisionAction.Unknown)
            )
            .ShouldBeOfType<SetRuling.Applies>()
            .Rows;

        SetRuling
            .Decide(SetState.Open, decided, [Order(0, DecisionAction.Accept)], Teacher)
            .ShouldBeOfType<SetRuling.Applies>()
            .Releases.ShouldBeFalse();
    }
}
