using System.Text;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Storage;

namespace Phase1.Benchmarks.Endurance;

/// <summary>Puts events into a service's outbox as fast as the database takes them, and of a usual size.</summary>
sealed class OutboxRows(NpgsqlDataSource database)
{
    /// <summary>Where they go.</summary>
    public const string Topic = Topics.ClassCreated;

    const int EnvelopeBytes = 700;

    const string Insert = """
        insert into outbox (event_id, topic, partition_key, envelope, headers, created_at)
        select id, $1, id::text, $2, '{}', now() from (select gen_random_uuid() as id from generate_series(1, $3)) as n
        """;

    // As a service wakes its relay after a commit.
    const string Wake = "select pg_notify('phase1_bell', 'outbox')";

    // The relay hands an envelope on as it is.
    readonly byte[] _envelope = Encoding.UTF8.GetBytes($$"""{"filler":"{{new string('x', EnvelopeBytes)}}"}""");

    /// <summary>Adds so many in one transaction.</summary>
    public async Task AddAsync(int rows)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Statement.Of(Insert, Topic, _envelope, rows));
        batch.BatchCommands.Add(new(Wake));
        await batch.ExecuteNonQueryAsync();
    }
}
