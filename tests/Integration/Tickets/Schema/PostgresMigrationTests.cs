namespace Phase1.Integration.Tests.Tickets.Schema;

/// <summary>What 009 does to PostgreSQL, by its catalogues.</summary>
public sealed class PostgresMigrationTests
{
    const string Checks =
        "select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'tickets'::regclass and conname = 'tickets_status_check'";

    [Fact]
    [Trait("Scenario", "TC-M005")]
    [Trait("Scenario", "TC-M006")]
    [Trait("Scenario", "TC-M007")]
    public async Task The_owner_the_statuses_and_the_index_are_there()
    {
        await using var database = await Catalogues.PostgresAsync();
        await database.ApplyAsync(database.UpTo(8));
        var before = (await database.RowsAsync(Checks)).ShouldHaveSingleItem();

        await database.ApplyAsync(database.UpTo(9));

        (
            await database.RowsAsync(
                """
                select data_type, is_nullable, column_default from information_schema.columns
                where table_name = 'tickets' and column_name = 'agent_occurrence_id'
                """
            )
        ).ShouldBe(["text|NO|'__shared__'::text"]);
        (await database.RowsAsync("select indexdef from pg_indexes where indexname = 'idx_tickets_occurrence_status'"))
            .ShouldHaveSingleItem()
            .ShouldContain("(agent_occurrence_id, status)");
        var after = (await database.RowsAsync(Checks)).ShouldHaveSingleItem();
        after.ShouldNotBe(before);
        Catalogues.Statuses.ShouldAllBe(status => after.Contains($"'{status}'"));
        after.Split("::text").Length.ShouldBe(before.Split("::text").Length + 3);
        await PlanNamesTheIndexAsync(database);
    }

    static async Task PlanNamesTheIndexAsync(Catalogue database)
    {
        await database.ExecuteAsync("set enable_seqscan = off");
        var plan = await database.RowsAsync("explain select * from tickets where agent_occurrence_id = 'occ1' and status = 'pending'");
        plan.ShouldContain(line => line.Contains("idx_tickets_occurrence_status"));
    }
}
