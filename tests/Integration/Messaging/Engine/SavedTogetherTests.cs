using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Messaging.Postgres;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>What the consumers of a poll change is saved at its end, or before a query that must see it; nobody notices the difference.</summary>
public sealed class SavedTogetherTests : EngineTests
{
    [Fact]
    public async Task A_query_sees_what_earlier_records_of_its_poll_changed()
    {
        await using var world = await CreateWorldAsync("seen");
        await world.FeedAsync([.. Enumerable.Range(0, 3).Select(_ => Facts.Upload(Facts.NewId()))]);
        var seen = new List<int>();

        await world.StartAsync(setup => setup.Script.Before = async context => seen.Add(await Database(context).Effects.CountAsync(Token)));
        await world.DrainAsync(Token);

        seen.ShouldBe([0, 1, 2]);
        (await world.CountAsync("effects")).ShouldBe(3);
    }

    [Fact]
    public async Task What_a_consumer_saves_by_itself_is_saved_once()
    {
        await using var world = await CreateWorldAsync("bythemselves");
        var ids = await world.FeedAsync([.. Enumerable.Range(0, 3).Select(_ => Facts.Upload(Facts.NewId()))]);

        await world.StartAsync(setup => setup.Script.After = context => Database(context).SaveChangesAsync(Token));
        await world.DrainAsync(Token);

        (await world.ColumnAsync<Guid>("select event_id from effects order by event_id")).ShouldBe(ids.Order());
    }

    [Fact]
    public async Task What_an_earlier_record_could_not_save_is_not_blamed_on_the_one_that_asks()
    {
        await using var world = await CreateWorldAsync("blame");
        await world.ExecuteAsync("alter table effects add constraint only_once unique (upload_id)");
        var (batch, upload) = (Facts.NewId(), Facts.NewId());
        var first = Facts.NewId();
        await world.ExecuteAsync($"insert into effects (event_id, batch_id, upload_id) values ('{first}', '{first}', '{upload}')");
        var ids = await world.FeedAsync(Facts.Upload(batch, upload), Facts.Upload(Beside(batch)));

        await world.StartAsync(setup =>
            setup.Script.Before = context => context.MessageId == ids[1] ? Database(context).Effects.CountAsync(Token) : Task.CompletedTask
        );
        await world.DrainAsync(Token);

        (await world.ColumnAsync<Guid>("select event_id from effects")).ShouldBe([first, ids[1]], ignoreOrder: true);
        (await world.ColumnAsync<Guid>("select event_id from held_messages")).ShouldBe([ids[0]]);
    }

    // Of the same partition, so that its record follows in the same poll.
    static Guid Beside(Guid batch)
    {
        var partitions = new EngineSetup().Options.Partitions;
        while (true)
        {
            var other = Facts.NewId();
            if (KeyPartitioner.PartitionOf($"{other}", partitions) == KeyPartitioner.PartitionOf($"{batch}", partitions))
            {
                return other;
            }
        }
    }

    static TallyContext Database(ConsumeContext<EssayContentProvisioned> context) =>
        Script.Work(context).Services.GetRequiredService<TallyContext>();
}
