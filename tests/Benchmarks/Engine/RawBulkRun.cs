using System.Diagnostics;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Records;
using Phase1.Messaging.Storage;
using Phase1.Messaging.Tables;

namespace Phase1.Benchmarks.Engine;

/// <summary>
/// What the database can do at best with the rows that the engine writes, and nothing else: several connections at once, each of them one
/// transaction of 500 inbox, 500 saga and 500 outbox rows after the other, on the tables as the engine finds them.
/// </summary>
/// <param name="connectionString">The service's database.</param>
/// <param name="units">How many rows of each table are written.</param>
/// <param name="batches">How many sagas there are; each is inserted once and then updated.</param>
/// <param name="connections">How many connections share the sagas.</param>
sealed class RawBulkRun(string connectionString, int units, int batches, int connections)
{
    const int Bulk = 500;

    const string InsertInbox = """
        insert into inbox (consumer, event_id, topic, correlation_id, outcome, processed_at)
        select $1, id, $2, id, 'applied', now() from unnest($3) as i (id)
        """;

    const string InsertSagas = """
        insert into tallies (correlation_id, version, current_state, files, last_at)
        select id, 1, 'Counting', 1, now() from unnest($1) as s (id)
        """;

    const string UpdateSagas = """
        update tallies s set version = s.version + 1, current_state = 'Counting', files = s.files + 1, last_at = now()
        from unnest($1) as n (id) where s.correlation_id = n.id
        """;

    readonly OutboxEntry _sample = Sample();

    public async Task<double> UnitsASecondAsync()
    {
        await BenchDatabase.MakeAnewAsync(connectionString);
        await using var database = DataSources.Pool(connectionString);
        var shares = Enumerable.Range(0, batches).Select(_ => NewId()).Chunk(batches / connections).ToList();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(shares.Select(sagas => WriteAsync(database, sagas)));
        return units / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    async Task WriteAsync(NpgsqlDataSource database, Guid[] sagas)
    {
        await using var connection = await database.OpenConnectionAsync();
        for (var pass = 0; pass < units / batches; pass++)
        {
            foreach (var bulk in sagas.Chunk(Bulk))
            {
                await CommitAsync(connection, pass == 0 ? InsertSagas : UpdateSagas, bulk);
            }
        }
    }

    async Task CommitAsync(NpgsqlConnection connection, string changeSagas, Guid[] sagas)
    {
        var ids = Array.ConvertAll(sagas, _ => NewId());
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                Statement.Of(InsertInbox, BenchHost.ServiceName, Topics.BatchFileAdded, ids),
                Statement.Of(changeSagas, sagas),
                OutboxTable.ToInsert(Array.ConvertAll(ids, Entry), TimeProvider.System.GetUtcNow()),
            },
        };
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    OutboxEntry Entry(Guid id) =>
        new()
        {
            EventId = id,
            Topic = _sample.Topic,
            PartitionKey = _sample.PartitionKey,
            Envelope = _sample.Envelope,
            Headers = _sample.Headers,
        };

    // An event of the size that the measured saga publishes.
    static OutboxEntry Sample()
    {
        var (id, now) = (NewId(), TimeProvider.System.GetUtcNow());
        IFact fact = BenchSagaMachine.Counted(id, "bench-teacher", now);
        var cause = new EventCause(id, id);
        var stamp = new EnvelopeStamp(id, now, BenchHost.ServiceName, id, cause.ToMetadata());
        return new()
        {
            Topic = Topics.Of(fact),
            PartitionKey = fact.PartitionKey,
            Envelope = EnvelopeSerializer.Write(fact, stamp),
            Headers = RecordHeaders.Of(stamp, Topics.Of(fact)),
        };
    }

    static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
