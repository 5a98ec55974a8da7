using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

public sealed class OrderTests
{
    // The seeds are fixed: a failing order can be run again.
    [Theory, Trait("Scenario", "S-111")]
    [InlineData(20260105)]
    [InlineData(20260106)]
    [InlineData(20260107)]
    [InlineData(20260108)]
    public async Task Facts_of_many_batches_in_any_order_and_twice_end_alike(int seed)
    {
        await using var bos = await BosTest.StartAsync();
        var random = new Random(seed);
        var batches = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => bos.RegisterAsync()));
        (IFact Fact, Guid EventId)[] deliveries = [.. batches.SelectMany(FactsOf).SelectMany(fact => Twice(bos, random, fact))];
        random.Shuffle(deliveries);

        foreach (var (fact, eventId) in deliveries)
        {
            await bos.Service.FeedAsync(fact, eventId: eventId);
        }
        await bos.Service.DrainAsync();

        foreach (var batch in batches)
        {
            (await bos.PathAsync(batch)).ShouldBe(ValidationFlowTests.RegularPath);
            (await bos.TextsAsync(batch)).ShouldBe(batch.Ready().ReadyEssays.Select(text => text.TextStorageId));
            (await bos.EssaysAsync(batch)).ShouldBe("3 stored, 3 decided");
            (await bos.LogAsync<BatchStatusChanged>(batch.BatchId)).Count.ShouldBe(4);
            (await bos.LogAsync<InitiateStudentMatching>(batch.BatchId)).Count.ShouldBe(1);
            (await bos.NoticesAsync(batch)).ShouldBe(["student_matching_started", "batch_ready"]);
        }
        (await bos.CountAsync("parked_facts")).ShouldBe(0);
        (await bos.CountAsync("dead_letters")).ShouldBe(0);
        (await bos.CountAsync("held_messages")).ShouldBe(0);
    }

    static IFact[] FactsOf(NeighbourFacts batch) => [batch.Completed(), batch.Confirmed(1), batch.Confirmed(2, 3), batch.Ready()];

    // A redelivery has the event id of the first, a repetition one of its own.
    static IEnumerable<(IFact, Guid)> Twice(BosTest bos, Random random, IFact fact)
    {
        var eventId = bos.Service.NewId();
        yield return (fact, eventId);
        yield return (fact, random.Next(2) == 0 ? eventId : bos.Service.NewId());
    }
}
