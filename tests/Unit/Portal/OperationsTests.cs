using Phase1.Events;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Operations;
using Phase1.Portal.Operations.Batches;
using Phase1.Portal.Operations.DeadLetters;

namespace Phase1.Unit.Tests.Portal;

/// <summary>What the operator's pages make of the services' answers.</summary>
public sealed class OperationsTests
{
    static readonly DateTimeOffset Now = new(2026, 2, 11, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(3, new[] { 0, 1, 2 })]
    [InlineData(5, new[] { 0, 1, 2, 3, 4 })]
    [InlineData(200, new[] { 0, 49, 99, 149, 199 })]
    public void Five_of_a_group_are_the_first_the_last_and_three_between(int count, int[] tried) =>
        PreviewGroupEndpoint.Spread([.. Enumerable.Range(0, count)]).ShouldBe(tried);

    [Fact]
    public void A_fact_stands_as_deep_as_it_has_causes_on_the_page()
    {
        var (first, second, third, stranger) = (Id(1), Id(2), Id(3), Id(4));

        var facts = CausedFact.Of([Fact(first, Id(9)), Fact(second, first), Fact(third, second), Fact(stranger, null)]);

        facts.Select(fact => fact.Depth).ShouldBe([0, 1, 2, 0]);
    }

    [Fact]
    public void Facts_that_name_each_other_as_cause_end_somewhere() =>
        CausedFact.Of([Fact(Id(1), Id(2)), Fact(Id(2), Id(1))]).ShouldAllBe(fact => fact.Depth == 8);

    [Fact]
    public void A_step_is_compared_with_the_one_before_it()
    {
        var steps = HistoryStep.Of([
            Step(1, new(null, null, 0, 0, 0, [], 1, null)),
            Step(2, null),
            Step(3, new(3, 0, 3, 0, 0, [], 3, new("analysis", "nlp"))),
        ]);

        steps[0].Before.ShouldBeNull();
        steps[1].Before.ShouldBe(steps[0].After);
        steps[1].After.ShouldBeNull();
        steps[2].After.ShouldNotBeNull()["pipeline"].ShouldBe("analysis");
    }

    static Guid Id(int number) => new($"01890000-0000-7000-8000-{number:D12}");

    static FactDocument Fact(Guid id, Guid? cause) => new(id, "topic", "service", Now, Id(8), cause, null, []);

    static StepDocument Step(int seq, SnapshotDocument? snapshot) =>
        new(seq, null, BatchStatus.AwaitingContentValidation, "test", null, Now, Now, false, snapshot);
}
