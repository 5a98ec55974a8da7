using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Watchdog;

public sealed class WatchdogTests
{
    [Theory, Trait("Scenario", "S-127")]
    [InlineData(BatchStatus.AwaitingContentValidation, "1.00:00")]
    [InlineData(BatchStatus.AwaitingStudentValidation, "1.02:00")]
    [InlineData(BatchStatus.StudentValidationCompleted, "00:15")]
    [InlineData(BatchStatus.ProcessingPipelines, "06:00")]
    public async Task A_batch_that_stays_too_long_is_reported_once_until_it_moves(BatchStatus status, string limit)
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(status);
        bos.Service.Advance(TimeSpan.FromMinutes(2));
        var later = await bos.BatchInAsync(status);

        bos.Service.Advance(TimeSpan.Parse(limit, System.Globalization.CultureInfo.InvariantCulture) - TimeSpan.FromMinutes(1));
        await BosTest.UntilAsync(() => IsStuckAsync(bos, batch));
        (await IsStuckAsync(bos, later)).ShouldBeFalse();
        // A second turn, which the other batch makes visible.
        bos.Service.Advance(TimeSpan.FromMinutes(2));
        await BosTest.UntilAsync(() => IsStuckAsync(bos, later));
        await bos.Service.DrainAsync();

        (await bos.NoticesAsync(batch)).Count(type => type == "batch_stuck").ShouldBe(1);
        (await OperatorListAsync(bos)).ShouldBe([batch.BatchId, later.BatchId]);
        await BosTest.UntilAsync(async () => await GaugeAsync(bos, status) == 2);

        await bos.FeedAsync(WayOut(status, batch));
        (await IsStuckAsync(bos, batch)).ShouldBeFalse();
        (await OperatorListAsync(bos)).ShouldBe([later.BatchId]);

        await bos.FeedAsync(WayOut(status, later));
        (await OperatorListAsync(bos)).ShouldBeEmpty();
        bos.Service.Advance(TimeSpan.FromMinutes(1));
        await BosTest.UntilAsync(async () => await GaugeAsync(bos, status) == 0);
    }

    [Fact, Trait("Scenario", "E2E-06")]
    public async Task A_run_that_waits_for_its_budget_is_not_stuck_and_says_what_it_waits_for()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(BatchStatus.ProcessingPipelines);
        var run = (Guid)(await bos.OneAsync("select run_id from pipeline_runs where batch_id = $1", batch.BatchId))!;
        var began = bos.Service.Clock.GetUtcNow();
        var (parked, resumed) = Pauses(batch, run, began);
        await bos.FeedAsync(parked);
        (await SentenceAsync(bos, batch)).ShouldContain("waits for its budget");
        var later = await bos.BatchInAsync(BatchStatus.ProcessingPipelines);

        bos.Service.Advance(TimeSpan.FromHours(7));
        await BosTest.UntilAsync(() => IsStuckAsync(bos, later));
        (await IsStuckAsync(bos, batch)).ShouldBeFalse("its budget begins anew in two hours");

        await bos.FeedAsync(resumed);
        // Records of two topics come in any order.
        await bos.FeedAsync(parked with { ParkedUntil = null });
        (await SentenceAsync(bos, batch)).ShouldNotContain("waits");
        bos.Service.Advance(TimeSpan.FromHours(6));
        await BosTest.UntilAsync(() => IsStuckAsync(bos, batch));
    }

    static (BatchPhaseParked, BatchPhaseResumed) Pauses(NeighbourFacts batch, Guid run, DateTimeOffset at) =>
        (
            new()
            {
                BatchId = batch.BatchId,
                RunId = run,
                Phase = Phase.Spellcheck,
                Reason = "budget_exceeded",
                ParkedUntil = at.AddHours(9),
                MissingEssayIds = [batch.BatchId],
                OccurredAt = at,
            },
            new()
            {
                BatchId = batch.BatchId,
                RunId = run,
                Phase = Phase.Spellcheck,
                Reason = "budget_exceeded",
                MissingEssayIds = [batch.BatchId],
                OccurredAt = at.AddHours(7),
            }
        );

    static async Task<string> SentenceAsync(BosTest bos, NeighbourFacts batch)
    {
        using var client = bos.Service.As("operator-1", roles: "operator");
        var page = await client.GetFromJsonAsync<JsonElement>(
            $"/internal/v1/batches/{batch.BatchId}",
            TestContext.Current.CancellationToken
        );
        return page.GetProperty("explanation").GetString()!;
    }

    static IFact WayOut(BatchStatus status, NeighbourFacts batch) =>
        status switch
        {
            BatchStatus.AwaitingContentValidation => batch.Completed(),
            BatchStatus.AwaitingStudentValidation => batch.Confirmed(),
            BatchStatus.StudentValidationCompleted => batch.Ready(),
            _ => batch.Ended(),
        };

    static async Task<bool> IsStuckAsync(BosTest bos, NeighbourFacts batch) =>
        await bos.OneAsync("select stuck_since from batches where batch_id = $1", batch.BatchId) is not null;

    static async Task<IEnumerable<Guid>> OperatorListAsync(BosTest bos)
    {
        using var client = bos.Service.As("operator-1", roles: "operator");
        var page = await client.GetFromJsonAsync<JsonElement>("/internal/v1/batches?stuck=true", TestContext.Current.CancellationToken);
        return page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("batch_id").GetGuid());
    }

    // Null when the metric says nothing of the status, which is no zero.
    static async Task<int?> GaugeAsync(BosTest bos, BatchStatus status)
    {
        var series = $$"""phase1_batches_stuck{status="{{WireEnum.Name(status)}}",class_type="REGULAR"} """;
        var metrics = await bos.Teacher.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        var line = metrics.Split('\n').SingleOrDefault(text => text.StartsWith(series, StringComparison.Ordinal));
        return line is null ? null : int.Parse(line[series.Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
