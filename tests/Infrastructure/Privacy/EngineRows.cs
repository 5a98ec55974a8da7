using Npgsql;

namespace Phase1.Tests.Infrastructure.Privacy;

/// <summary>Fills the engine's tables with what is told of a student, as it stands there when something has gone wrong.</summary>
public static class EngineRows
{
    const string Letter = """
        insert into dead_letters (id, consumer, origin, topic, partition, log_offset, record_key, event_id, body, reason_code, reason, attempts,
                                  first_failed_at, last_failed_at, state)
        values ($1, 'test', 'log', 'huleedu.batch.status.changed.v1', 0, $3, $1::text, $1, $2, 'PROCESSING_ERROR', 'It failed.', 1, now(), now(), 'open')
        """;

    const string Held = """
        insert into held_messages (consumer, record_key, event_id, topic, partition, log_offset, envelope, held_at, attempts, next_attempt_at,
                                   dead_letter_id)
        values ('test', $1::text, $1, 'huleedu.batch.status.changed.v1', 0, $4, $2, now(), 1, 'infinity', $3)
        """;

    const string Answer = """
        insert into idempotent_requests (user_id, key, request_hash, status, response, expires_at)
        values ('teacher-1', $1::text, '', 200, $2, now() + interval '300 days')
        """;

    static long _places;

    /// <summary>An open dead letter whose key waits, and an answer to a request, all with a text in them.</summary>
    /// <param name="database">The service's database.</param>
    /// <param name="text">What names the student.</param>
    public static async Task InsertAsync(NpgsqlDataSource database, string text)
    {
        var (id, place) = (Guid.CreateVersion7(), NextPlace());
        var body = System.Text.Encoding.UTF8.GetBytes($$$"""{"data":{"of":"{{{text}}}"}}""");
        await ExecuteAsync(database, Letter, id, body, place);
        await ExecuteAsync(database, Held, id, body, id, place);
        await ExecuteAsync(database, Answer, id, body);
    }

    /// <summary>A record that is being retried, with a text in it.</summary>
    /// <param name="database">The service's database.</param>
    /// <param name="text">What names the student.</param>
    public static Task HoldAsync(NpgsqlDataSource database, string text) =>
        ExecuteAsync(database, Held, Guid.CreateVersion7(), System.Text.Encoding.UTF8.GetBytes(text), DBNull.Value, NextPlace());

    // Far behind what a test's own records take.
    static long NextPlace() => 1_000_000_000 + Interlocked.Increment(ref _places);

    static async Task ExecuteAsync(NpgsqlDataSource database, string sql, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(
                value is DBNull ? new() { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid } : new() { Value = value }
            );
        }
        await command.ExecuteNonQueryAsync();
    }
}
