using Phase1.Tickets.Schema;

namespace Phase1.Integration.Tests.Tickets.Schema;

/// <summary>What the runner of the numbered files does on both databases.</summary>
public abstract class MigrationContract
{
    const string Ledger = "select filename from schema_migrations order by filename";

    private protected abstract Task<Catalogue> OpenAsync();

    [Fact]
    [Trait("Scenario", "TC-M008")]
    public async Task What_was_applied_is_not_applied_again()
    {
        await using var database = await OpenAsync();
        await database.ApplyAsync(database.UpTo(9));
        await database.InsertAsync("T001", "assigned");
        await database.ExecuteAsync("update tickets set agent_occurrence_id = 'occurrence-1'");

        (await database.ApplyAsync(database.UpTo(9))).ShouldBe(0);

        (await database.RowsAsync($"{Ledger} limit 1 offset 8")).ShouldBe(["009_ticket_status_and_owner.sql"]);
        (await database.RowsAsync(Ledger)).Count.ShouldBe(9);
        (await database.RowsAsync("select agent_occurrence_id from tickets")).ShouldBe(["occurrence-1"]);
    }

    [Fact]
    [Trait("Scenario", "TC-M009")]
    public async Task A_file_that_fails_at_its_end_leaves_nothing_behind()
    {
        await using var database = await OpenAsync();
        await database.ApplyAsync(database.UpTo(8));
        await database.InsertAsync("T001", "in_progress");
        var good = database.Files.Single(file => file.Number == 9);
        var bad = good with { Text = $"{good.Text}\ncreate indx on nothing;" };

        await Should.ThrowAsync<System.Data.Common.DbException>(() => database.ApplyAsync([.. database.UpTo(8), bad]));

        (await database.RowsAsync(Ledger)).Count.ShouldBe(8);
        await Should.ThrowAsync<System.Data.Common.DbException>(() => database.RowsAsync("select agent_occurrence_id from tickets"));
        (await database.RowsAsync("select ticket_id, status from tickets")).ShouldBe(["T001|in_progress"]);
        await Should.ThrowAsync<System.Data.Common.DbException>(() => database.InsertAsync("T002", "assigned"));
        (await database.ApplyAsync(database.UpTo(9))).ShouldBe(1);
        await database.InsertAsync("T002", "assigned");
    }

    [Fact]
    [Trait("Scenario", "TC-X12")]
    public async Task A_file_that_was_changed_is_refused_and_nothing_is_applied()
    {
        await using var database = await OpenAsync();
        await database.ApplyAsync(database.UpTo(8));
        var changed = database.Files.Select(file => file.Number == 5 ? file with { Text = $"{file.Text} " } : file).ToList();

        (await Should.ThrowAsync<SchemaException>(() => database.ApplyAsync(changed))).Message.ShouldBe(
            "005_occurrences.sql was changed after it was applied"
        );

        (await database.RowsAsync(Ledger)).Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_row_of_a_newer_build_is_left_alone()
    {
        await using var database = await OpenAsync();
        await database.ApplyAsync(database.UpTo(8));
        await database.ExecuteAsync("insert into schema_migrations values ('999_later.sql', 'x', '2026-01-01T00:00:00Z')");

        (await database.ApplyAsync(database.Files)).ShouldBe(database.Files.Count - 8);
    }
}

public sealed class MigrationOnPostgresTests : MigrationContract
{
    private protected override Task<Catalogue> OpenAsync() => Catalogues.PostgresAsync();
}

public sealed class MigrationOnSqliteTests : MigrationContract
{
    private protected override Task<Catalogue> OpenAsync() => Catalogues.SqliteAsync();
}
