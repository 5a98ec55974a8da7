using Npgsql;
using Phase1.Messaging.Background;
using Phase1.Messaging.DeadLetters;
using Phase1.Messaging.Log;
using Phase1.Messaging.Storage;
using Phase1.Messaging.Telemetry;

namespace Phase1.Messaging.Outbox;

/// <summary>
/// Moves outbox rows to the log: read in order, publish, and delete once acknowledged. One relay a database is active, the holder of an advisory
/// lock. A crash between publishing and deleting publishes again, with the same event ids.
/// </summary>
sealed class OutboxRelay(
    string connectionString,
    ILog log,
    RelaySignal signal,
    EngineMetrics metrics,
    MessagingOptions options,
    IServiceProvider services,
    TimeProvider clock
) : BackgroundWork(services)
{
    // Any number will do, as long as every relay of a database takes the same.
    const long RelayLock = 7_315_241_902;

    const string TryLock = "select pg_try_advisory_lock($1)";

    const string SelectOldest =
        "select id, event_id, topic, partition_key, envelope, headers from outbox where id > $1 order by id limit $2";

    const string DeletePublished = "delete from outbox where id = any($1)";

    // Rows may have 4 MB each: one publication holds about so many bytes, whatever the number of its rows.
    const long PublicationBytes = 16 << 20;

    // Deletions need not wait for the disk: what a crash of the server takes back is published again, with the same event ids.
    readonly NpgsqlDataSource _sessions = DataSources.Sessions(connectionString);

    OutboxCursor _cursor = new(clock);
    NpgsqlConnection? _connection;
    bool _more;

    public override void Dispose()
    {
        _connection?.Dispose();
        _sessions.Dispose();
        base.Dispose();
    }

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        _more = false;
        if (!await IsActiveAsync(cancellationToken))
        {
            return;
        }
        var rows = await ReadAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return;
        }
        // A service that stops finishes the publication it has begun: only a crash may publish twice.
        var refused = await log.PublishAsync([.. rows.Select(row => row.Record)], CancellationToken.None);
        await DeleteAsync(rows, refused);
        metrics.Published(rows.Count - refused.Count);
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) =>
        _more ? Task.CompletedTask : signal.WaitAsync(options.RelayInterval, cancellationToken);

    protected override async Task RecoverAsync(CancellationToken cancellationToken)
    {
        // A database that was restored gives ids anew.
        _cursor = new OutboxCursor(clock);
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    async Task<bool> IsActiveAsync(CancellationToken cancellationToken)
    {
        if (_connection is not null)
        {
            return true;
        }
        NpgsqlConnection? connection = _sessions.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(TryLock, connection) { Parameters = { new() { Value = RelayLock } } };
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                (_connection, connection) = (connection, null);
            }
        }
        finally
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }
        }
        return _connection is not null;
    }

    async Task<List<OutboxRow>> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = new List<OutboxRow>();
        await using var command = new NpgsqlCommand(SelectOldest, _connection)
        {
            Parameters =
            {
                new() { Value = _cursor.Next() },
                new() { Value = options.RelayBatch },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var bytes = 0L;
        while (!_more && await reader.ReadAsync(cancellationToken))
        {
            var record = new OutgoingRecord(reader.GetString(2), reader.GetString(3), reader.GetFieldValue<byte[]>(4), reader.GetString(5));
            rows.Add(new(reader.GetInt64(0), reader.GetGuid(1), record));
            _cursor.Pass(rows[^1].Id);
            bytes += record.Body.Length;
            _more = rows.Count == options.RelayBatch || bytes >= PublicationBytes;
        }
        return rows;
    }

    async Task DeleteAsync(List<OutboxRow> rows, IReadOnlyList<RefusedRecord> refused)
    {
        await using var batch = new NpgsqlBatch(_connection);
        var now = clock.GetUtcNow();
        foreach (var (index, reason) in refused)
        {
            batch.BatchCommands.Add(
                // A row that the log refuses becomes a dead letter, and the rest goes on.
                DeadLetterStatements.ToInsert(
                    new DeadLetter
                    {
                        Id = Guid.CreateVersion7(now),
                        Consumer = options.ServiceName,
                        Topic = rows[index].Record.Topic,
                        Partition = -1,
                        LogOffset = rows[index].Id,
                        RecordKey = rows[index].Record.Key,
                        EventId = rows[index].EventId,
                        Body = rows[index].Record.Body.ToArray(),
                        ReasonCode = "REFUSED_BY_LOG",
                        Reason = reason,
                        Attempts = 1,
                        FirstFailedAt = now,
                        LastFailedAt = now,
                        State = DeadLetterState.Open,
                    }
                )
            );
        }
        batch.BatchCommands.Add(new(DeletePublished) { Parameters = { new() { Value = rows.ConvertAll(row => row.Id) } } });
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    readonly record struct OutboxRow(long Id, Guid EventId, OutgoingRecord Record);
}
