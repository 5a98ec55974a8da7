using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.Batches;

/// <summary>The database refuses one step of a transition: nothing of the transition is there, and the record comes again.</summary>
public sealed class FaultTests
{
    // The statement itself fails, with a state that is the record's own fault.
    static string Plant(string table) =>
        $$"""
            create function planted() returns trigger language plpgsql as $body$ begin raise exception 'planted'; end $body$;
            create trigger planted before insert or update or delete on {{table}} for each row execute function planted();
            """;

    const string Everything = """
        select concat_ws('|',
            (select jsonb_agg(b)::text from batches b),
            (select jsonb_agg(e order by ordinal)::text from batch_essays e),
            (select jsonb_agg(h order by seq)::text from batch_status_history h),
            (select count(*) from parked_facts),
            (select count(*) from outbox),
            (select count(*) from log_records where topic <> $1))
        """;

    [Theory, Trait("Scenario", "S-113")]
    [InlineData("content", "batches")]
    [InlineData("content", "batch_essays")]
    [InlineData("content", "batch_status_history")]
    [InlineData("content", "outbox")]
    [InlineData("confirmed", "batches")]
    [InlineData("confirmed", "batch_essays")]
    [InlineData("confirmed", "batch_status_history")]
    [InlineData("confirmed", "parked_facts")]
    [InlineData("confirmed", "outbox")]
    [InlineData("ready", "batches")]
    [InlineData("ready", "batch_essays")]
    [InlineData("ready", "batch_status_history")]
    [InlineData("ready", "outbox")]
    public async Task A_transition_that_fails_at_any_step_leaves_nothing_and_is_applied_once_afterwards(string step, string table)
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        var (before, fact, path) = StepOf(step, batch);
        foreach (var earlier in before)
            await bos.FeedAsync(earlier);
        var topic = Topics.Of(fact);
        var untouched = await bos.OneAsync(Everything, topic);
        await bos.OneAsync(Plant(table));

        await bos.FeedAsync(fact);

        (await bos.OneAsync(Everything, topic)).ShouldBe(untouched);
        (await bos.CountAsync("held_messages where attempts = 1")).ShouldBe(1);
        (await bos.CountAsync("inbox where topic = $1 and batch_id = $2", topic, batch.BatchId)).ShouldBe(0);
        await bos.OneAsync($"drop trigger planted on {table}");
        await BosTest.UntilAsync(async () =>
        {
            bos.Service.Advance(TimeSpan.FromSeconds(1));
            return await bos.CountAsync("held_messages") == 0;
        });
        await bos.Service.DrainAsync();
        (await bos.PathAsync(batch)).ShouldBe(path);
        (await bos.LogAsync<BatchStatusChanged>(batch.BatchId)).Count.ShouldBe(path.Length);
        (await bos.CountAsync("inbox where topic = $1 and batch_id = $2", topic, batch.BatchId)).ShouldBe(1);
        (await bos.CountAsync("dead_letters")).ShouldBe(0);
    }

    static (IFact[] Before, IFact Fact, string[] Path) StepOf(string step, NeighbourFacts batch)
    {
        string[] whole =
        [
            "awaiting_content_validation",
            "awaiting_student_validation",
            "student_validation_completed",
            "ready_for_pipeline_execution",
        ];
        return step switch
        {
            "content" => ([], batch.Completed(), whole[..2]),
            // The release waits parked, so that this one confirmation makes two transitions.
            "confirmed" => ([batch.Completed(), batch.Ready()], batch.Confirmed(), whole),
            _ => ([batch.Completed(), batch.Confirmed()], batch.Ready(), whole),
        };
    }
}
