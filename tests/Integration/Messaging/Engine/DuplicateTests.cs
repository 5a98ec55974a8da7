using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>However often and in whatever order a record is delivered, it has its effect once.</summary>
public class DuplicateTests : EngineTests
{
    [Fact]
    public async Task An_event_id_published_again_in_the_same_poll_and_later_is_applied_once()
    {
        await using var world = await CreateWorldAsync("duplicates");
        var record = Envelopes.Of(Facts.Upload(Facts.NewId()), Facts.NewId());
        await world.FeedAsync(record, record, record);
        var host = await world.StartAsync();
        await world.DrainAsync(Token);

        await world.FeedAsync(record);
        await world.DrainAsync(Token);

        host.Script.Runs.Count.ShouldBe(1);
        (await world.CountAsync("effects")).ShouldBe(1);
        (await world.CountAsync("log_records where topic = $1", Topics.BatchFileAdded)).ShouldBe(1);
        (await world.CountAsync("inbox where topic = $1", world.Prefix + Topics.EssayContentProvisioned)).ShouldBe(1);
    }

    [Fact]
    public async Task A_group_whose_offsets_were_lost_reads_everything_again_and_changes_nothing()
    {
        await using var world = await CreateWorldAsync("rewound");
        var batches = Enumerable.Range(0, 10).Select(_ => Facts.NewId()).ToList();
        await world.FeedAsync([.. batches.SelectMany(batch => new[] { Facts.Upload(batch), Facts.Upload(batch) })]);
        var first = await world.StartAsync();
        await world.DrainAsync(Token);
        await first.StopAsync();
        var before = await world.ColumnAsync<string>("select to_jsonb(t)::text from tallies t order by correlation_id");
        await world.ForgetOffsetsAsync();

        var second = await world.StartAsync();
        await world.DrainAsync(Token);

        second.Script.Runs.ShouldBeEmpty();
        (await world.CountAsync("effects")).ShouldBe(20);
        (await world.ColumnAsync<string>("select to_jsonb(t)::text from tallies t order by correlation_id")).ShouldBe(before);
        (await world.CountAsync("log_records where topic = $1", Topics.EssaySlotAssigned)).ShouldBe(20);
    }

    [Fact]
    public async Task Records_delivered_in_another_order_after_a_crash_leave_the_state_of_the_first_delivery()
    {
        await using var world = await CreateWorldAsync("reordered");
        var batch = Facts.NewId();
        var records = Enumerable.Range(0, 5).Select(_ => Envelopes.Of(Facts.File(batch), Facts.NewId())).ToList();
        await world.FeedAsync(records);
        await world.StartAsync();
        await world.DrainAsync(Token);

        await world.FeedAsync([.. records.AsEnumerable().Reverse()]);
        await world.DrainAsync(Token);

        (await world.ScalarAsync<int>("select files from tallies")).ShouldBe(5);
        (await world.ScalarAsync<int>("select version from tallies")).ShouldBe(5);
    }
}
