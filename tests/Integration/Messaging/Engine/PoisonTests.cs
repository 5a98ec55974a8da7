using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>One bad record among good ones costs only its own batch.</summary>
public class PoisonTests : EngineTests
{
    [Theory, Trait("Scenario", "S-707")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failing_record_runs_once_leaves_nothing_and_costs_no_other_batch(bool afterWriting)
    {
        await using var world = await CreateWorldAsync("poison");
        var uploads = Enumerable.Range(0, 40).Select(_ => Facts.Upload(Facts.NewId())).ToList();
        var ids = await world.FeedAsync([.. uploads]);
        var bad = ids[23];

        var host = await world.StartAsync(setup => Fail(setup.Script, bad, afterWriting));
        await world.DrainAsync(Token);

        (await world.ColumnAsync<Guid>("select event_id from effects order by event_id")).ShouldBe(ids.Where(id => id != bad).Order());
        (await world.ColumnAsync<Guid>("select event_id from held_messages")).ShouldBe([bad]);
        (await world.CountAsync("inbox where event_id = $1", bad)).ShouldBe(0);
        (await world.CountAsync("log_records where topic = $1", Topics.BatchFileAdded)).ShouldBe(39);
        host.Script.Runs.Count(run => run.EventId == bad).ShouldBe(1);
        (await world.CountAsync("dead_letters")).ShouldBe(0);
    }

    [Fact, Trait("Scenario", "S-707")]
    public async Task A_record_that_failed_once_is_applied_at_its_first_retry_with_one_effect()
    {
        await using var world = await CreateWorldAsync("retried");
        var id = (await world.FeedAsync(Facts.Upload(Facts.NewId())))[0];
        var failures = 1;
        var clock = new Phase1.Tests.Infrastructure.ManualTimeProvider(Facts.Instant);
        var host = await world.StartAsync(setup =>
        {
            setup.Clock = clock;
            setup.Script.After = _ => failures-- > 0 ? Task.FromException(new InvalidOperationException("once")) : Task.CompletedTask;
        });
        await world.DrainAsync(Token);

        await clock.FlowUntilAsync(async () => await world.CountAsync("held_messages") == 0, Token);
        await world.DrainAsync(Token);

        host.Script.Runs.Select(run => run.EventId).ShouldBe([id, id]);
        (await world.ColumnAsync<Guid>("select event_id from effects")).ShouldBe([id]);
        (await world.CountAsync("log_records where topic = $1", Topics.BatchFileAdded)).ShouldBe(1);
    }

    [Fact, Trait("Scenario", "S-708")]
    public async Task Records_behind_a_failing_one_of_their_batch_wait_and_follow_in_order()
    {
        await using var world = await CreateWorldAsync("held");
        var (stuck, free) = (Facts.NewId(), Facts.NewId());
        var clock = new Phase1.Tests.Infrastructure.ManualTimeProvider(Facts.Instant);
        var broken = true;
        var early = await world.FeedAsync(Facts.Upload(stuck), Facts.Upload(free), Facts.Upload(stuck), Facts.Upload(free));
        var host = await world.StartAsync(setup =>
        {
            setup.Clock = clock;
            setup.Script.Before = c =>
                c.MessageId == early[0] && broken ? Task.FromException(new InvalidOperationException("stuck")) : Task.CompletedTask;
        });
        await world.DrainAsync(Token);
        var late = await world.FeedAsync(Facts.Upload(stuck), Facts.Upload(free));
        await world.DrainAsync(Token);

        (await world.ColumnAsync<Guid>("select event_id from held_messages order by seq")).ShouldBe([early[0], early[2], late[0]]);
        (await world.ColumnAsync<Guid>("select event_id from effects order by id")).ShouldBe([early[1], early[3], late[1]]);

        broken = false;
        await clock.FlowUntilAsync(async () => await world.CountAsync("held_messages") == 0, Token);

        var applied = await world.ColumnAsync<Guid>("select event_id from effects where batch_id = $1 order by id", stuck);
        applied.ShouldBe([early[0], early[2], late[0]]);
        host.Script.Runs.Count(run => run.EventId == early[2]).ShouldBe(1);
    }

    [Fact, Trait("Scenario", "S-708")]
    public async Task A_state_machine_that_throws_halfway_keeps_its_old_state_and_the_poll_goes_on()
    {
        await using var world = await CreateWorldAsync("halfway");
        var (batch, other) = (Facts.NewId(), Facts.NewId());
        await world.FeedAsync(Facts.File(batch), Facts.File(other), Facts.File(batch, fileName: "boom"), Facts.File(other));

        await world.StartAsync();
        await world.DrainAsync(Token);

        (await world.ScalarAsync<int>("select files from tallies where correlation_id = $1", batch)).ShouldBe(1);
        (await world.ScalarAsync<int>("select version from tallies where correlation_id = $1", batch)).ShouldBe(1);
        (await world.ScalarAsync<int>("select files from tallies where correlation_id = $1", other)).ShouldBe(2);
        (await world.CountAsync("held_messages")).ShouldBe(1);
        (await world.CountAsync("log_records where topic = $1", Topics.EssaySlotAssigned)).ShouldBe(3);
    }

    [Fact]
    public async Task A_failure_that_only_the_database_sees_is_pinned_on_its_record()
    {
        await using var world = await CreateWorldAsync("constraint");
        await world.ExecuteAsync("alter table effects add constraint only_once unique (upload_id)");
        var upload = Facts.NewId();
        var ids = await world.FeedAsync([
            .. Enumerable.Range(0, 10).Select(_ => Facts.Upload(Facts.NewId())),
            Facts.Upload(Facts.NewId(), upload),
            Facts.Upload(Facts.NewId(), upload),
        ]);

        await world.StartAsync();
        await world.DrainAsync(Token);

        (await world.CountAsync("effects")).ShouldBe(11);
        var held = await world.ColumnAsync<Guid>("select event_id from held_messages");
        held.Count.ShouldBe(1);
        ids.Skip(10).ShouldContain(held[0]);
    }

    // T10 at the size of a test: 1 % of poison costs nobody else anything.
    [Fact]
    public async Task One_percent_of_poison_leaves_all_the_rest_applied_in_order()
    {
        await using var world = await CreateWorldAsync("onepercent");
        var batches = Enumerable.Range(0, 100).Select(_ => Facts.NewId()).ToList();
        var ids = await world.FeedAsync([.. Enumerable.Range(0, 1000).Select(n => Facts.Upload(batches[n % 100]))]);
        var poison = ids.Where((_, n) => n < 1000 && n % 100 == 99).ToHashSet();

        var host = await world.StartAsync(setup =>
            setup.Script.After = c =>
                poison.Contains(c.MessageId!.Value) ? Task.FromException(new InvalidOperationException("poison")) : Task.CompletedTask
        );
        await world.DrainAsync(Token);

        (await world.CountAsync("effects")).ShouldBe(990);
        (await world.CountAsync("held_messages")).ShouldBe(10);
        host.Script.Runs.Count(run => poison.Contains(run.EventId)).ShouldBe(1);
        foreach (var batch in batches.Take(5))
        {
            var applied = await world.ColumnAsync<Guid>("select event_id from effects where batch_id = $1 order by id", batch);
            applied.ShouldBe(ids.Where((_, n) => batches[n % 100] == batch));
        }
    }

    static void Fail(Script script, Guid bad, bool afterWriting)
    {
        Task Throw(MassTransit.ConsumeContext context) =>
            context.MessageId == bad ? Task.FromException(new InvalidOperationException("bad")) : Task.CompletedTask;
        if (afterWriting)
        {
            script.After = Throw;
        }
        else
        {
            script.Before = Throw;
        }
    }
}
