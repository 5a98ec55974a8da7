using System.Collections.Concurrent;
using MassTransit;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>What a handler leaves for the commit, statements and wake-ups, shares the fate of its record.</summary>
public sealed class WithCommitTests
{
    const string Take = "insert into claims (name, event_id) values ($1, $2)";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_failing_record_has_left_for_the_commit_is_taken_back_with_it()
    {
        await using var world = await EngineWorld.CreateAsync("withcommit");
        var ids = await world.FeedAsync([.. Enumerable.Range(0, 20).Select(_ => Facts.Upload(Facts.NewId()))]);
        var bad = ids[7];
        var woken = new ConcurrentQueue<Guid>();

        await world.StartAsync(setup =>
            setup.Script.Before = context =>
            {
                var id = context.MessageId!.Value;
                Leave(context, name: id.ToString());
                Script.Work(context).AfterCommit(() => woken.Enqueue(id));
                return id == bad ? Task.FromException(new InvalidOperationException("planted")) : Task.CompletedTask;
            }
        );
        await world.DrainAsync(Token);

        var good = ids.Where(id => id != bad).Order().ToList();
        (await world.ColumnAsync<Guid>("select event_id from claims order by event_id")).ShouldBe(good);
        woken.Order().ShouldBe(good);
        (await world.ColumnAsync<Guid>("select event_id from held_messages")).ShouldBe([bad]);
    }

    [Fact]
    public async Task What_is_left_for_a_commit_is_done_with_that_one_alone()
    {
        await using var world = await EngineWorld.CreateAsync("twocommits");
        var host = await world.StartAsync(setup => setup.Runs = false);
        var done = 0;

        await host.WorkAsync(
            async (work, _) =>
            {
                await work.BeginAsync(Token);
                work.WithCommit(new("insert into claims (event_id, name) values (gen_random_uuid(), 'once')"));
                work.AfterCommit(() => done++);
                await work.CommitAsync(Token);
                await work.BeginAsync(Token);
                await work.CommitAsync(Token);
            }
        );

        (done, await world.CountAsync("claims")).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_statement_that_the_database_refuses_at_the_commit_costs_its_own_record_alone()
    {
        await using var world = await EngineWorld.CreateAsync("refused");
        var ids = await world.FeedAsync([.. Enumerable.Range(0, 20).Select(_ => Facts.Upload(Facts.NewId()))]);
        Guid[] rivals = [ids[7], ids[12]];

        await world.StartAsync(setup =>
            setup.Script.Before = context =>
            {
                Leave(context, rivals.Contains(context.MessageId!.Value) ? "the same" : context.MessageId.Value.ToString());
                return Task.CompletedTask;
            }
        );
        await world.DrainAsync(Token);

        (await world.CountAsync("claims")).ShouldBe(19);
        var held = (await world.ColumnAsync<Guid>("select event_id from held_messages")).ShouldHaveSingleItem();
        rivals.ShouldContain(held);
        (await world.CountAsync("effects where event_id = $1", held)).ShouldBe(0);
        (await world.CountAsync("effects")).ShouldBe(19);
    }

    static void Leave(ConsumeContext<EssayContentProvisioned> context, string name) =>
        Script
            .Work(context)
            .WithCommit(
                new NpgsqlBatchCommand(Take)
                {
                    Parameters =
                    {
                        new() { Value = name },
                        new() { Value = context.MessageId!.Value },
                    },
                }
            );
}
