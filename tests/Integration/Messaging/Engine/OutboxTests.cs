using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>No event without its state change, no state change without its events.</summary>
public sealed class OutboxTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publishing_inside_a_consumer_writes_an_outbox_row_of_the_same_transaction()
    {
        await using var world = await EngineWorld.CreateAsync("sametransaction");
        // The relay never hears that its events are on the log, so that the row stays to be looked at.
        using var closing = new CancellationTokenSource();
        await world.StartAsync(setup =>
            setup.Wrap = log => new FaultyLog(log)
            {
                AfterPublish = () => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, closing.Token),
            }
        );
        await world.FeedAsync(Facts.Upload(Facts.NewId()));
        await Eventually.BecomesTrueAsync(async () => await world.CountAsync("outbox") >= 1, Token);

        (
            await world.ScalarAsync<long>(
                "select count(distinct x) from (select xmin::text x from outbox where topic = $2 union select xmin::text from effects "
                    + "union select xmin::text from inbox where topic = $1) t",
                Topics.EssayContentProvisioned,
                Topics.BatchFileAdded
            )
        ).ShouldBe(1);
        await closing.CancelAsync();
    }

    [Fact]
    public async Task Nothing_that_a_failed_handler_published_leaves()
    {
        await using var world = await EngineWorld.CreateAsync("nothingleaves");
        await world.StartAsync(setup => setup.Script.After = _ => throw new InvalidOperationException("after publishing"));

        await world.FeedAsync(Facts.Upload(Facts.NewId()));
        await world.DrainAsync(Token);

        (await world.CountAsync("log_records where topic = $1", Topics.BatchFileAdded)).ShouldBe(0);
        (await world.CountAsync("effects")).ShouldBe(0);
    }

    [Fact]
    public async Task An_event_carries_its_causes_correlation_its_parents_id_the_teacher_and_the_batch_as_key()
    {
        await using var world = await EngineWorld.CreateAsync("causes");
        var (batch, correlation) = (Facts.NewId(), Facts.NewId());
        var id = Facts.NewId();
        await world.StartAsync();

        await world.FeedAsync(Envelopes.Of(Facts.Upload(batch), id, correlation));
        await world.DrainAsync(Token);

        var told = await world.ScalarAsync<string>(
            """
            select concat_ws('|', key, b ->> 'correlation_id', b ->> 'source_service', b -> 'metadata' ->> 'causation_id',
                             b -> 'metadata' ->> 'user_id', headers::jsonb ->> 'correlation_id')
            from (select *, convert_from(body, 'UTF8')::jsonb as b from log_records where topic = $1) r
            """,
            Topics.BatchFileAdded
        );
        told.ShouldBe(string.Join('|', batch, correlation, EngineSetup.Service, id, Facts.Teacher, correlation));
        // The whole chain: the next hop hands the same correlation on.
        (
            await world.ScalarAsync<long>(
                "select count(*) from log_records where headers::jsonb ->> 'correlation_id' = $1",
                correlation.ToString()
            )
        ).ShouldBe(2);
    }

    [Fact]
    public async Task A_request_commits_its_rows_and_its_events_together_or_not_at_all()
    {
        await using var world = await EngineWorld.CreateAsync("request");
        var host = await world.StartAsync();

        await host.WorkAsync((work, services) => RecordAsync(work, services, "kept", commit: true));
        await host.WorkAsync((work, services) => RecordAsync(work, services, "undone", commit: false));
        await world.DrainAsync(Token);

        (await world.ColumnAsync<string>("select name from claims")).ShouldBe(["kept"]);
        (await world.CountAsync("log_records where topic = $1", Topics.BatchFileAdded)).ShouldBe(1);
    }

    [Fact]
    public async Task A_unit_of_work_can_be_begun_again_after_its_commit()
    {
        await using var world = await EngineWorld.CreateAsync("again");
        var host = await world.StartAsync();

        await host.WorkAsync(
            async (work, services) =>
            {
                await RecordAsync(work, services, "one", commit: true);
                await RecordAsync(work, services, "two", commit: true);
            }
        );

        (await world.CountAsync("claims")).ShouldBe(2);
    }

    static async Task RecordAsync(UnitOfWork work, IServiceProvider services, string name, bool commit)
    {
        await work.BeginAsync(Token);
        services.GetRequiredService<TallyContext>().Claims.Add(new Claim { Name = name });
        work.Publish(Facts.File(Facts.NewId()));
        if (commit)
        {
            await work.CommitAsync(Token);
        }
    }
}
