using Phase1.Events;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.EndToEnd.Tests.Crashes;

/// <summary>The account after the kills, in plain SQL.</summary>
static class CrashLedger
{
    const string Gaps = """
        select count(*) from log_partitions p join (
            select t.topic_id, r.partition, count(*) as records, max(log_offset) + 1 as next
            from log_records r join log_topics t on t.name = r.topic group by t.topic_id, r.partition) r using (topic_id, partition)
        where r.records <> p.next_offset or r.next <> p.next_offset
        """;

    const string EventIds = """
        select distinct (convert_from(body, 'UTF8')::jsonb ->> 'event_id')::uuid as id from log_records where topic = $1 order by id
        """;

    public static async Task ShouldBalanceAsync(EngineWorld world, TestDatabase mirror, int uploads)
    {
        (await world.ScalarAsync<long>(Gaps)).ShouldBe(0, "offsets without gaps");
        var fed = await world.ColumnAsync<Guid>(EventIds, Topics.EssayContentProvisioned);
        fed.Count.ShouldBe(uploads, "fed");
        await OnceEachAsync(world, fed, Topics.EssayContentProvisioned);
        (await world.ColumnAsync<Guid>("select event_id from effects order by event_id")).ShouldBe(fed, "every effect once");

        var told = await world.ColumnAsync<Guid>(EventIds, Topics.BatchFileAdded);
        told.Count.ShouldBe(uploads, "one event an effect");
        await OnceEachAsync(world, told, Topics.BatchFileAdded);
        (await world.ScalarAsync<long>("select sum(files) from tallies")).ShouldBe(uploads, "counted by the state machine");
        (await world.CountAsync("tallies where version <> files")).ShouldBe(0, "versions that rose by one a message");

        var slots = await world.ColumnAsync<Guid>(EventIds, Topics.EssaySlotAssigned);
        slots.Count.ShouldBe(uploads, "one event a transition");
        (await ColumnAsync(mirror, "select event_id from effects order by event_id")).ShouldBe(slots, "applied once downstream");
        (await ColumnAsync(mirror, "select event_id from inbox order by event_id")).ShouldBe(slots, "one inbox row downstream");

        foreach (var table in new[] { "held_messages", "dead_letters", "outbox" })
        {
            (await world.CountAsync(table)).ShouldBe(0, table);
            (await ColumnAsync(mirror, $"select event_id from {table}")).ShouldBeEmpty(table);
        }
    }

    static async Task OnceEachAsync(EngineWorld world, IReadOnlyList<Guid> ids, string topic) =>
        (await world.ColumnAsync<Guid>("select event_id from inbox where topic = $1 order by event_id", world.Prefix + topic)).ShouldBe(
            ids,
            topic
        );

    static async Task<IReadOnlyList<Guid>> ColumnAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<Guid>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetGuid(0));
        }
        return values;
    }
}
