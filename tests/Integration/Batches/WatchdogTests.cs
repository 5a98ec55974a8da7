using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.Batches;

public sealed class WatchdogTests
{
    [Fact, Trait("Scenario", "S-127")]
    public async Task A_batch_that_stays_too_long_is_reported_once_until_it_moves()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        bos.Service.Advance(TimeSpan.FromMinutes(2));
        var later = await bos.RegisterAsync();

        bos.Service.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        await BosTest.UntilAsync(() => IsStuckAsync(bos, batch));
        // A second turn, which the other batch makes visible.
        bos.Service.Advance(TimeSpan.FromMinutes(2));
        await BosTest.UntilAsync(() => IsStuckAsync(bos, later));
        await bos.Service.DrainAsync();

        (await bos.NoticesAsync(batch)).ShouldBe(["batch_stuck"]);
        (await OperatorListAsync(bos)).ShouldBe([batch.BatchId, later.BatchId]);
        await BosTest.UntilAsync(async () =>
            (await MetricsAsync(bos)).Contains("""phase1_batches_stuck{status="awaiting_content_validation",class_type="REGULAR"} 2""")
        );

        await bos.FeedAsync(batch.Completed());

        (await IsStuckAsync(bos, batch)).ShouldBeFalse();
        (await OperatorListAsync(bos)).ShouldBe([later.BatchId]);
    }

    static async Task<bool> IsStuckAsync(BosTest bos, NeighbourFacts batch) =>
        await bos.OneAsync("select stuck_since from batches where batch_id = $1", batch.BatchId) is not null;

    static async Task<IEnumerable<Guid>> OperatorListAsync(BosTest bos)
    {
        using var client = bos.Service.As("operator-1", roles: "operator");
        var page = await client.GetFromJsonAsync<JsonElement>("/internal/v1/batches?stuck=true", TestContext.Current.CancellationToken);
        return page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("batch_id").GetGuid());
    }

    static Task<string> MetricsAsync(BosTest bos) => bos.Teacher.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
}
