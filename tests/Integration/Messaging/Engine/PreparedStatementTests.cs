using Npgsql;
using Phase1.Messaging.Records;
using Phase1.Messaging.Storage;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>Statements stay prepared on a pooled connection; a table that is changed under them costs one attempt and no record.</summary>
public sealed class PreparedStatementTests : EngineTests
{
    // More often than it takes to have it prepared.
    const int Often = 10;

    [Fact]
    public async Task A_statement_that_is_run_again_and_again_is_prepared_and_stays_so_in_the_pool()
    {
        await using var world = await CreateWorldAsync("prepared");
        await using var database = Open(world);

        await SelectAsync(database, Often);

        await using var asked = database.CreateCommand(
            "select count(*) from pg_prepared_statements where statement like 'select * from claims%'"
        );
        (await asked.ExecuteScalarAsync(Token)).ShouldBe(1L);
    }

    [Fact]
    public async Task A_migration_under_a_prepared_statement_is_taken_for_something_that_passes_and_does()
    {
        await using var world = await CreateWorldAsync("migrated");
        await using var database = Open(world);
        await SelectAsync(database, Often);
        await world.ExecuteAsync("alter table claims add column more integer");

        var outdated = await Should.ThrowAsync<PostgresException>(() => SelectAsync(database, 1));

        Failure.Of(outdated).Kind.ShouldBe(FailureKind.Infrastructure);
        await SelectAsync(database, 1);
    }

    static NpgsqlDataSource Open(EngineWorld world)
    {
        var one = ConnectionStrings.Pooled(world.ConnectionString);
        one.MaxPoolSize = 1;
        return NpgsqlDataSource.Create(one);
    }

    static async Task SelectAsync(NpgsqlDataSource database, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await using var command = database.CreateCommand("select * from claims");
            await command.ExecuteNonQueryAsync(Token);
        }
    }
}
