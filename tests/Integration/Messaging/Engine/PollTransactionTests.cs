using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Messaging.Log;
using Phase1.Messaging.Records;
using Phase1.Messaging.Rounds;
using Phase1.Messaging.Tables;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>One transaction and three round trips for a whole poll.</summary>
public sealed class PollTransactionTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public async Task A_poll_costs_two_batches_and_a_commit_however_many_records_it_has(int records)
    {
        await using var world = await EngineWorld.CreateAsync("roundtrips");
        var host = await world.StartAsync(setup => setup.Runs = false);
        var fence = host.Services.GetRequiredService<PartitionFence>();
        await fence.FollowAsync(new Dictionary<int, long> { [0] = 1 }, Token);
        await ProcessAsync(host, fence, 1);

        var statements = await CountStatementsAsync(() => ProcessAsync(host, fence, records));

        // The commit is the third round trip; the driver traces statements, not commits.
        statements.Count.ShouldBe(2, string.Join('\n', statements));
        (await world.CountAsync("tallies")).ShouldBe(records + 1);
        (await world.CountAsync("outbox")).ShouldBe(records + 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public async Task What_consumers_change_by_the_DbContext_is_saved_in_one_statement_more(int records)
    {
        await using var world = await EngineWorld.CreateAsync("savedtogether");
        var host = await world.StartAsync(setup => setup.Runs = false);
        var fence = host.Services.GetRequiredService<PartitionFence>();
        await fence.FollowAsync(new Dictionary<int, long> { [0] = 1 }, Token);
        await ProcessAsync(host, fence, 1, Upload);

        var statements = await CountStatementsAsync(() => ProcessAsync(host, fence, records, Upload));

        statements.Count.ShouldBe(3, string.Join('\n', statements));
        (await world.CountAsync("effects")).ShouldBe(records + 1);
    }

    [Fact]
    public async Task All_that_a_poll_does_carries_the_number_of_one_transaction()
    {
        await using var world = await EngineWorld.CreateAsync("onetransaction");
        var host = await world.StartAsync(setup => setup.Runs = false);
        var fence = host.Services.GetRequiredService<PartitionFence>();
        await fence.FollowAsync(new Dictionary<int, long> { [0] = 1 }, Token);

        await ProcessAsync(host, fence, 100);

        var transactions = await world.ScalarAsync<long>(
            "select count(distinct x) from (select xmin::text x from inbox union select xmin::text from tallies union select xmin::text from outbox) t"
        );
        transactions.ShouldBe(1);
    }

    [Fact]
    public async Task A_poll_under_an_epoch_that_has_passed_is_refused_and_leaves_nothing()
    {
        await using var world = await EngineWorld.CreateAsync("staleepoch");
        var host = await world.StartAsync(setup => setup.Runs = false);
        var fence = host.Services.GetRequiredService<PartitionFence>();
        await fence.FollowAsync(new Dictionary<int, long> { [0] = 1 }, Token);
        await world.ExecuteAsync("update partition_owners set epoch = epoch + 1");

        await Should.ThrowAsync<FencedException>(() => ProcessAsync(host, fence, 10));

        (await world.CountAsync("inbox")).ShouldBe(0);
        (await world.CountAsync("tallies")).ShouldBe(0);
        (await world.CountAsync("held_messages")).ShouldBe(0);
    }

    static IFact File() => Facts.File(Facts.NewId());

    static IFact Upload() => Facts.Upload(Facts.NewId());

    static Task ProcessAsync(EngineHost host, PartitionFence fence, int records) => ProcessAsync(host, fence, records, File);

    static async Task ProcessAsync(EngineHost host, PartitionFence fence, int records, Func<IFact> fact)
    {
        var inbound = Enumerable
            .Range(0, records)
            .Select(_ => fact())
            .Select((fact, n) => (Topic: Topics.Of(fact), Record: Envelopes.Of(fact, Facts.NewId()), Offset: n))
            .Select(sent => new LogRecord(sent.Topic, 0, sent.Offset, sent.Record.Key, sent.Record.Body))
            .Select(record => InboundRecord.Read(record, ""))
            .ToList();
        await host.Services.GetRequiredService<RoundRunner>().RunAsync(inbound, fence, Token);
    }

    static async Task<IReadOnlyList<string>> CountStatementsAsync(Func<Task> work)
    {
        var statements = new List<string>();
        using var root = new Activity("poll").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == root.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStarted = activity =>
            {
                lock (statements)
                {
                    statements.Add(activity.DisplayName);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await work();
        return statements;
    }
}
