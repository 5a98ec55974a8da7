using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Messaging.Log;
using Phase1.Messaging.Tables;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>One service's database is restored to an earlier state while the log goes on: what happened since then is done again.</summary>
[Trait("Scenario", "S-722")]
public class RestoreTests : EngineTests
{
    // What the test service's database holds; a restore brings it back as it was, the log stays as it is.
    static readonly string[] Tables = ["inbox", "outbox", "effects", "tallies", "partition_owners", "consumed_offsets"];

    [Fact]
    public async Task What_was_consumed_since_the_backup_is_consumed_again_once()
    {
        await using var world = await CreateWorldAsync("restored");
        var early = await RunAsync(world, uploads: 20);
        foreach (var table in Tables)
        {
            await world.ExecuteAsync($"create table backup_{table} as table {table}");
        }
        var late = await RunAsync(world, uploads: 20);

        foreach (var table in Tables)
        {
            await world.ExecuteAsync($"delete from {table}");
            await world.ExecuteAsync($"insert into {table} overriding system value table backup_{table}");
        }
        await using (var host = await world.StartAsync())
        {
            await ConsumesAsync(world, early.Count + late.Count);
            host.Script.Runs.Select(run => run.EventId).Order().ShouldBe(late.Order());
        }

        (await world.ColumnAsync<Guid>("select event_id from effects order by event_id")).ShouldBe(early.Concat(late).Order());
        await StaysAsync(world, early.Count + late.Count);
    }

    [Fact]
    public async Task An_emptied_database_begins_with_the_oldest_record()
    {
        await using var world = await CreateWorldAsync("emptied");
        var all = await RunAsync(world, uploads: 10);
        foreach (var table in Tables)
        {
            await world.ExecuteAsync($"delete from {table}");
        }

        await using var host = await world.StartAsync();
        await ConsumesAsync(world, all.Count);

        host.Script.Runs.Select(run => run.EventId).Order().ShouldBe(all.Order());
    }

    // Before the table was made, the group's own offsets were all there was.
    [Fact]
    public async Task A_database_that_has_never_noted_an_offset_goes_on_where_its_group_stands()
    {
        await using var world = await CreateWorldAsync("upgraded");
        var early = await RunAsync(world, uploads: 10);
        await world.ExecuteAsync("delete from consumed_offsets");

        await using var host = await world.StartAsync();
        var late = await world.FeedAsync(Facts.Upload(Facts.NewId()));
        await ConsumesAsync(world, early.Count + 1);

        (await world.CountAsync("consumed_offsets where next_offset > 0")).ShouldBeGreaterThan(0);
        host.Script.Runs.Select(run => run.EventId).ShouldBe(late);
    }

    [Fact]
    public async Task What_is_noted_is_the_next_offset_and_is_never_moved_back()
    {
        await using var world = await CreateWorldAsync("noted");
        await RunAsync(world, uploads: 10);
        var ends = await NotedAsync(world);
        var read = int.Parse(ends.First(end => end.Next > 1).Partition, CultureInfo.InvariantCulture);
        var host = await world.StartAsync(setup => setup.Runs = false);
        var offsets = host.Services.GetRequiredService<OwnOffsets>();

        await host.WorkAsync(
            async (work, _) =>
            {
                await work.BeginAsync(Token);
                work.WithCommit(offsets.ToNote([new(world.Prefix + Topics.EssayContentProvisioned, read, 0, "a", "{}"u8.ToArray())]));
                await work.CommitAsync(Token);
            }
        );

        ends.Sum(end => end.Next).ShouldBe(10);
        (await NotedAsync(world)).ShouldBe(ends);
    }

    static async Task<IReadOnlyList<(string Partition, long Next)>> NotedAsync(EngineWorld world) =>
        [
            .. (
                await world.ColumnAsync<string>(
                    "select partition || ' ' || next_offset from consumed_offsets where topic = $1 order by partition",
                    world.Prefix + Topics.EssayContentProvisioned
                )
            )
                .Select(line => line.Split(' '))
                .Select(parts => (parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture))),
        ];

    static async Task<IReadOnlyList<Guid>> RunAsync(EngineWorld world, int uploads)
    {
        var before = await world.CountAsync("effects");
        await using var host = await world.StartAsync();
        var ids = await world.FeedAsync([.. Enumerable.Range(0, uploads).Select(_ => Facts.Upload(Facts.NewId()))]);
        await ConsumesAsync(world, before + uploads);
        await world.DrainAsync(Token);
        await host.StopAsync();
        return ids;
    }

    static Task ConsumesAsync(EngineWorld world, long effects) =>
        Eventually.BecomesTrueAsync(async () => await world.CountAsync("effects") == effects, TimeSpan.FromMinutes(1), Token);

    // A start on a database that agrees with its group brings nothing again.
    static async Task StaysAsync(EngineWorld world, long effects)
    {
        await using var host = await world.StartAsync();
        await world.DrainAsync(Token);
        host.Script.Runs.ShouldBeEmpty();
        (await world.CountAsync("effects")).ShouldBe(effects);
    }
}
