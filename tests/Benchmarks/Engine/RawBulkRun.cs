using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Phase1.Benchmarks.Engine;

/// <summary>What the database can do at best: one transaction of 500 inbox, 500 saga and 500 outbox rows after the other, on one connection, and nothing else.</summary>
sealed class RawBulkRun(string connectionString, int units)
{
    const int Bulk = 500;

    const string InsertInbox = "insert into raw_inbox select 'bench', id, 'topic', id, id, 'applied', now() from unnest($1) as i (id)";

    const string UpdateSagas = """
        update raw_sagas s set version = s.version + 1, current_state = 'Counting', files = n.files, last_at = now()
        from unnest($1, $2) as n (id, files) where s.correlation_id = n.id
        """;

    const string InsertOutbox = """
        insert into raw_outbox (event_id, topic, partition_key, envelope, headers, created_at)
        select event_id, 'topic', event_id::text, envelope, headers, now() from unnest($1, $2, $3) as o (event_id, envelope, headers)
        """;

    public async Task<double> UnitsASecondAsync()
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var connection = await database.OpenConnectionAsync();
        var sagas = Enumerable.Range(0, Bulk * 10).Select(_ => NewId()).ToArray();
        await PrepareAsync(connection, sagas);
        var envelope = new byte[600];
        var headers = new string('h', 350);
        var began = Stopwatch.GetTimestamp();
        for (var done = 0; done < units; done += Bulk)
        {
            await CommitOneAsync(connection, sagas.AsMemory(done % sagas.Length, Bulk).ToArray(), envelope, headers);
        }
        return units / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    static async Task PrepareAsync(NpgsqlConnection connection, Guid[] sagas)
    {
        await using var tables = new NpgsqlCommand(
            """
            drop table if exists raw_inbox, raw_sagas, raw_outbox;
            create table raw_inbox (like inbox including all);
            create table raw_sagas (like tallies including all);
            create table raw_outbox (like outbox including all);
            """,
            connection
        );
        await tables.ExecuteNonQueryAsync();
        await using var rows = new NpgsqlCommand(
            "insert into raw_sagas (correlation_id, version, current_state, files, last_at) select id, 1, 'Counting', 0, now() from unnest($1) as s (id)",
            connection
        )
        {
            Parameters = { new() { Value = sagas } },
        };
        await rows.ExecuteNonQueryAsync();
    }

    static async Task CommitOneAsync(NpgsqlConnection connection, Guid[] sagas, byte[] envelope, string headers)
    {
        var ids = Array.ConvertAll(sagas, _ => NewId());
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new(InsertInbox) { Parameters = { new() { Value = ids } } });
        batch.BatchCommands.Add(
            new(UpdateSagas)
            {
                Parameters =
                {
                    new() { Value = sagas },
                    new() { Value = Enumerable.Repeat(1, sagas.Length).ToArray() },
                },
            }
        );
        batch.BatchCommands.Add(
            new(InsertOutbox)
            {
                Parameters =
                {
                    new() { Value = ids },
                    new() { Value = Array.ConvertAll(ids, _ => envelope), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
                    new() { Value = Array.ConvertAll(ids, _ => headers) },
                },
            }
        );
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
