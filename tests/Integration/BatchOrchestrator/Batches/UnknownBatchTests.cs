using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

/// <summary>A fact whose batch nobody has registered waits for as long as Delivery:RetryDelays say, and is then given up with the reason.</summary>
public sealed class UnknownBatchTests
{
    static readonly int[] Delays = [1, 5, 25, 120, 300];

    [Fact]
    public async Task A_fact_of_an_unknown_batch_waits_and_is_then_dead_lettered_with_the_reason()
    {
        await using var bos = await BosTest.StartAsync();
        var unknown = await UnknownAsync(bos);
        await bos.FeedAsync(unknown.Completed());

        for (var retry = 0; retry < Delays.Length; retry++)
        {
            var attempts = retry + 1;
            await BosTest.UntilAsync(async () => await bos.CountAsync("held_messages where attempts = $1", attempts) == 1);
            (await bos.CountAsync("dead_letters")).ShouldBe(0);
            bos.Service.Advance(TimeSpan.FromSeconds(Delays[retry]));
            await TickUntilAsync(bos, async () => await bos.CountAsync("held_messages where attempts > $1", attempts) == 1);
        }

        (await bos.ListAsync<string>("select reason_code || ' ' || state from dead_letters")).ShouldBe(["UNKNOWN_BATCH open"]);
        using var operators = bos.Service.As("operator-1", roles: "operator");
        var letters = await operators.GetFromJsonAsync<JsonElement>(
            $"/internal/v1/dead-letters?reason_code=UNKNOWN_BATCH&batch_id={unknown.BatchId}",
            TestContext.Current.CancellationToken
        );
        letters.GetProperty("items")[0].GetProperty("reason").GetString().ShouldBe("No batch with this id is registered.");
        (await bos.CountAsync("batches where batch_id = $1", unknown.BatchId)).ShouldBe(0);
    }

    // A timer may not have been armed yet when time moved: small steps until the loop has seen it.
    static Task TickUntilAsync(BosTest bos, Func<Task<bool>> holds) =>
        BosTest.UntilAsync(async () =>
        {
            bos.Service.Advance(TimeSpan.FromMilliseconds(100));
            return await holds();
        });

    static async Task<NeighbourFacts> UnknownAsync(BosTest bos)
    {
        var known = await bos.RegisterAsync();
        return new(bos.Service.NewId(), bos.ClassId, CourseCode.Sv2, known.EssayIds, bos.Service.Clock);
    }
}
