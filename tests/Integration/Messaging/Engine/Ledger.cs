using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>The account of a run: whatever was recorded has been dealt with exactly once, and every effect has its events.</summary>
static class Ledger
{
    const string Gaps = """
        select count(*) from log_partitions p join (
            select t.topic_id, r.partition, count(*) as records, coalesce(max(log_offset) + 1, 0) as next
            from log_records r join log_topics t on t.name = r.topic group by t.topic_id, r.partition) r using (topic_id, partition)
        where r.records <> p.next_offset or r.next <> p.next_offset
        """;

    // Every event id on the log, whatever was published twice, less what the inbox has.
    const string Lost = """
        select count(*) from (select distinct convert_from(body, 'UTF8')::jsonb ->> 'event_id' as id from log_records where topic = any($1)) l
        where not exists (select from inbox i where i.event_id = l.id::uuid)
        """;

    static readonly string[] Consumed = [Topics.EssayContentProvisioned, Topics.BatchFileAdded];

    public static async Task ShouldBalanceAsync(EngineWorld world, int uploads)
    {
        (await world.ScalarAsync<long>(Gaps)).ShouldBe(0, "offsets without gaps");
        (await world.ScalarAsync<long>(Lost, (object)Consumed)).ShouldBe(0, "lost");
        (await world.CountAsync("effects")).ShouldBe(uploads, "effects");
        (await world.ScalarAsync<long>("select count(distinct event_id) from effects")).ShouldBe(uploads, "effects without doubles");
        (await world.CountAsync("inbox")).ShouldBe(uploads * 2, "inbox: uploads and the events that they caused");
        (await world.ScalarAsync<long>("select sum(files) from tallies")).ShouldBe(uploads, "files counted by the state machine");
        (await world.CountAsync("tallies where version <> files")).ShouldBe(0, "versions that rose by one a message");
        (await world.CountAsync("held_messages")).ShouldBe(0, "held");
        (await world.CountAsync("dead_letters")).ShouldBe(0, "dead letters");
        (await world.CountAsync("outbox")).ShouldBe(0, "still to be published");
    }
}
