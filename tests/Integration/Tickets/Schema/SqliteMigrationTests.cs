using Microsoft.Data.Sqlite;
using Phase1.Tickets.Schema;

namespace Phase1.Integration.Tests.Tickets.Schema;

/// <summary>What 009 does to a file of SQLite: there a CHECK is widened by making the table anew.</summary>
public sealed class SqliteMigrationTests
{
    [Fact]
    [Trait("Scenario", "TC-M001")]
    public async Task The_owner_the_statuses_and_the_index_are_there()
    {
        await using var database = await AtAsync(9);

        (
            await database.RowsAsync(
                "select type, \"notnull\", dflt_value from pragma_table_info('tickets') where name = 'agent_occurrence_id'"
            )
        ).ShouldBe(["text|1|'__shared__'"], Case.Insensitive);
        foreach (var status in Catalogues.Statuses)
        {
            await database.InsertAsync(status, status);
        }
        (
            await database.RowsAsync("select name from sqlite_master where type = 'index' and name = 'idx_tickets_occurrence_status'")
        ).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "TC-M002")]
    public async Task Every_ticket_of_before_is_there_as_it_was()
    {
        await using var database = await AtAsync(8);
        foreach (var (i, status) in new[] { "pending", "in_progress", "completed", "cancelled", "failed" }.Index())
        {
            await database.InsertAsync($"T{i}", status, $"SOP_{i}", i + 1, $$"""{"n" :  {{i}}}""");
        }
        const string Rows =
            "select ticket_id, sop, ticket_type, status, priority, email, submitted_at, last_updated, created_at, metadata, automated from tickets order by 1";
        var before = await database.RowsAsync(Rows);

        await database.ApplyAsync(database.UpTo(9));

        (await database.RowsAsync(Rows)).ShouldBe(before);
        (await database.RowsAsync("select agent_occurrence_id from tickets")).ShouldBe(Enumerable.Repeat("__shared__", 5));
        (
            await database.RowsAsync(
                "select name from sqlite_master where type = 'index' and tbl_name = 'tickets' and name like 'idx%' order by 1"
            )
        ).ShouldBe([
            "idx_tickets_correlation",
            "idx_tickets_email",
            "idx_tickets_occurrence_status",
            "idx_tickets_sop",
            "idx_tickets_status",
            "idx_tickets_submitted",
            "idx_tickets_user",
        ]);
    }

    [Fact]
    [Trait("Scenario", "TC-M003")]
    public async Task The_three_new_statuses_are_taken()
    {
        await using var database = await AtAsync(9);

        foreach (var status in new[] { "assigned", "blocked", "deferred" })
        {
            await database.InsertAsync(status, status);
        }

        (await database.RowsAsync("select count(*) from tickets")).ShouldBe(["3"]);
    }

    [Fact]
    [Trait("Scenario", "TC-M004")]
    public async Task Another_status_is_refused()
    {
        await using var database = await AtAsync(9);

        (await Should.ThrowAsync<SqliteException>(() => database.InsertAsync("T001", "invalid_status"))).SqliteErrorCode.ShouldBe(19);

        (await database.RowsAsync("select 1 from tickets")).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "TC-M005")]
    public async Task The_tickets_of_an_occurrence_are_found_by_the_index()
    {
        await using var database = await AtAsync(9);

        (await database.RowsAsync("explain query plan select * from tickets where agent_occurrence_id = 'occ1' and status = 'pending'"))
            .ShouldHaveSingleItem()
            .ShouldContain("idx_tickets_occurrence_status");
    }

    [Fact]
    public async Task A_broken_view_is_named()
    {
        await using var database = await AtAsync(8);
        await database.ExecuteAsync("create table other (a int); create view lame as select a from other; drop table other");

        (await Should.ThrowAsync<SchemaException>(() => database.ApplyAsync(database.UpTo(9)))).Message.ShouldContain(
            "the view lame is broken"
        );

        (await database.RowsAsync("select count(*) from schema_migrations")).ShouldBe(["8"]);
    }

    [Fact]
    public async Task Rows_that_refer_to_nothing_are_found_and_keys_are_on_again()
    {
        await using var database = await AtAsync(8);
        await database.ExecuteAsync("create table child (id text references tickets (ticket_id)); pragma foreign_keys = off");
        await database.ExecuteAsync("insert into child values ('gone')");

        (await Should.ThrowAsync<SchemaException>(() => database.ApplyAsync(database.UpTo(9)))).Message.ShouldContain("child");

        (await database.RowsAsync("pragma foreign_keys")).ShouldBe(["1"]);
    }

    static async Task<Catalogue> AtAsync(int number)
    {
        var database = await Catalogues.SqliteAsync();
        await database.ApplyAsync(database.UpTo(number));
        return database;
    }
}
