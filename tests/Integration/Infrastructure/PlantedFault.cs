using Npgsql;

namespace Phase1.Integration.Tests.Infrastructure;

/// <summary>A trigger that spoils what is written to a table, until it is removed. One at a time in a database.</summary>
static class PlantedFault
{
    /// <summary>The statement itself fails, with a state that is the record's own fault.</summary>
    public static Task RefuseAsync(
        NpgsqlDataSource database,
        string table,
        string events = "insert or update or delete",
        string when = "true"
    ) =>
        PlantAsync(
            database,
            "raise exception 'planted';",
            $"create trigger planted before {events} on {table} for each row when ({when}) execute function planted()"
        );

    /// <summary>The server's process ends as soon as a row has been inserted, or only in the commit.</summary>
    public static Task DieAfterInsertAsync(NpgsqlDataSource database, string table, bool inCommit) =>
        PlantAsync(
            database,
            "perform pg_terminate_backend(pg_backend_pid()); return null;",
            inCommit
                ? $"create constraint trigger planted after insert on {table} deferrable initially deferred for each row execute function planted()"
                : $"create trigger planted after insert on {table} for each row execute function planted()"
        );

    public static Task RemoveAsync(NpgsqlDataSource database) => ExecuteAsync(database, "drop function planted cascade");

    static Task PlantAsync(NpgsqlDataSource database, string body, string trigger) =>
        ExecuteAsync(database, $"create function planted() returns trigger language plpgsql as $body$ begin {body} end $body$; {trigger}");

    static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
