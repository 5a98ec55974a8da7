using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Kafka;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Outages;

/// <summary>The broker goes and comes back while batches are on their way: work goes on where it can, and everything arrives once.</summary>
[Trait("Scenario", "S-005")]
[Trait("Scenario", "S-701")]
[Collection(nameof(OneOutageAtATime))]
public sealed class BrokerOutageTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broker_that_is_stopped_killed_and_paused_under_batches_loses_and_doubles_nothing()
    {
        Assert.SkipWhen(KafkaBroker.PrivateMissing is not null, KafkaBroker.PrivateMissing ?? "");
        await using var broker = await KafkaBroker.StartPrivateAsync();
        await using var suite = await SuiteUnderTest.StartAsync(kafka: await KafkaNamespace.OpenAsync(broker));
        var context = new Phase1TestContext(suite);
        var batches = new List<TestBatch>();
        foreach (var (breaks, mends) in new[] { ("stop", "start"), ("kill", "start"), ("pause", "resume") })
        {
            // Two stand before the teacher's decision when the broker goes.
            TestBatch[] early = [await RegularAsync(context), await RegularAsync(context)];
            foreach (var batch in early)
            {
                await context.WaitForSuggestionsAsync(batch);
            }

            await broker.DoAsync(breaks);
            await context.AcceptAllAsync(early[0]);
            TestBatch[] late = [await RegularAsync(context), await context.CreateBatchAsync(BatchKind.Guest, CourseCode.Eng6, 2)];
            await Eventually.BecomesTrueAsync(async () => await LogStatusAsync(suite) == "degraded", Token);
            await Eventually.BecomesTrueAsync(async () => await UnsentAsync(suite) > 0, Token);
            await broker.DoAsync(mends);

            await context.AcceptAllAsync(early[1]);
            await context.WaitForSuggestionsAsync(late[0]);
            await context.AcceptAllAsync(late[0]);
            batches.AddRange([.. early, .. late]);
            foreach (var batch in batches)
            {
                await context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
            }
            await Eventually.BecomesTrueAsync(async () => await LogStatusAsync(suite) == "ready", Token);
        }
        await suite.DrainAsync();

        await SuiteLedger.ShouldBalanceAsync(context, batches);
    }

    static Task<TestBatch> RegularAsync(Phase1TestContext context) => context.CreateBatchAsync(BatchKind.Regular, CourseCode.Sv2, 2);

    // The service answers and says what it misses: it is degraded, not away.
    static async Task<string?> LogStatusAsync(SuiteUnderTest suite)
    {
        using var client = suite.Client(SuiteUnderTest.BatchOrchestrator);
        using var answer = await client.GetAsync(new Uri("/readyz", UriKind.Relative), Token);
        answer.EnsureSuccessStatusCode();
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        return page.GetProperty("checks")
            .EnumerateArray()
            .Single(check => check.GetProperty("name").GetString() == "log")
            .GetProperty("status")
            .GetString();
    }

    static async Task<long> UnsentAsync(SuiteUnderTest suite)
    {
        await using var command = suite.Database(SuiteUnderTest.BatchOrchestrator).CreateCommand("select count(*) from outbox");
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }
}
