using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Associations.Decisions;
using Phase1.ClassManagement.Deadlines;
using Phase1.Events;

namespace Phase1.Unit.Tests.ClassManagement.Associations;

public class ReleaseTests
{
    static readonly Judge Teacher = new("teacher-1", Rows.Morning);

    static Association Decided(Association row, DecisionAction action, Guid? student = null) =>
        ((Ruling.Becomes)DecisionRules.For(action).Decide(row, new DecisionOrder(row.EssayId, action, student), Teacher)).Row;

    [Fact]
    public void Every_entry_carries_the_score_of_its_decision()
    {
        var proposed = Rows.Proposed(1, Rows.Anna, 0.91m) with
        {
            Suggestions = [new StoredSuggestion(Rows.Anna, 0.91m, []), new StoredSuggestion(Rows.Bo, 0.62m, [])],
        };
        var accepted = Decided(proposed, DecisionAction.Accept);
        var alternative = Decided(proposed, DecisionAction.Choose, Rows.Bo);
        var free = Decided(proposed, DecisionAction.Choose, Rows.Id(103));
        var unknown = Decided(proposed, DecisionAction.Unknown, Rows.Unknown);
        var excluded = Decided(proposed, DecisionAction.Exclude);
        var byTimeout = TimeoutRule.ToSuggested(proposed, Rows.Morning);
        var unknownByTimeout = TimeoutRule.ToUnknown(proposed, Rows.Unknown, Rows.Morning);

        Association[] rows = [accepted, alternative, free, unknown, excluded, byTimeout, unknownByTimeout];
        rows.Select(Release.EventScore).ShouldBe([0.91m, 0.62m, 1m, 0m, 0m, 0.91m, 0m]);
    }

    [Fact]
    public void The_event_has_every_row_and_counts_them_by_method()
    {
        Association[] rows =
        [
            Decided(Rows.Proposed(1, Rows.Anna, 0.9m), DecisionAction.Accept),
            Decided(Rows.Undecided(2), DecisionAction.Exclude),
            TimeoutRule.ToUnknown(Rows.Undecided(3), Rows.Unknown, Rows.Morning),
        ];

        var fact = Release.ToFact(Rows.Set().Released(ReleaseKind.Timeout, Rows.Morning), rows);

        fact.TimeoutTriggered.ShouldBeTrue();
        fact.Associations.Select(entry => entry.StudentId).ShouldBe([Rows.Anna, null, Rows.Unknown]);
        fact.Associations.ShouldAllBe(entry => entry.AssociationVersion == 1);
        fact.ValidationSummary.ShouldBe(
            new ValidationSummary
            {
                Human = 2,
                Timeout = 1,
                Auto = 0,
            }
        );
    }
}
