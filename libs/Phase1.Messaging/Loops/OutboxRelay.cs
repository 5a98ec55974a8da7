using System.Diagnostics;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Background;
using Phase1.Messaging.Log;
using Phase1.Messaging.Storage;
using Phase1.Messaging.Tables;
using Phase1.Messaging.Telemetry;
using Phase1.Messaging.UnitsOfWork;

namespace Phase1.Messaging.Loops;

/// <summary>
/// Moves outbox rows to the log: read in order, publish, and delete once acknowledged. One relay a database is active, the holder of an advisory
/// lock. It reads from the beginning every time, never behind a cursor: a lower id may commit after a higher one. A crash between publishing
/// and deleting publishes again, with the same event ids.
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

    // Rows may have 4 MB each: one publication holds about so many bytes, whatever the number of its rows.
    const long PublicationBytes = 16 << 20;

    // After a publication what else is recorded is gathered for so long, and leaves as one; a relay that had nothing to do publishes at once.
    static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(10);

    // No other process is there, and somebody has the lock: a session of one that has ended, or of ours that was cut, and which the server still keeps.
    static readonly TimeSpan RemnantInterval = TimeSpan.FromSeconds(2);

    // Deletions need not wait for the disk: what a crash of the server takes back is published again, with the same event ids.
    readonly NpgsqlDataSource _sessions = DataSources.Sessions(connectionString);

    NpgsqlConnection? _session;
    bool _isActive;
    bool _more;
    long? _readAt;

    public override void Dispose()
    {
        _session?.Dispose();
        _sessions.Dispose();
        base.Dispose();
    }

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        (_more, _readAt) = (false, null);
        _session ??= await _sessions.OpenConnectionAsync(cancellationToken);
        _isActive = _isActive || await TryLockAsync(_session, cancellationToken);
        signal.IsActive = _isActive;
        var began = Stopwatch.GetTimestamp();
        using var bytes = new RowBytes();
        if (!_isActive || await ReadAsync(_session, bytes, cancellationToken) is not { Count: > 0 } events)
        {
            return;
        }
        _readAt = began;
        // A service that stops finishes the publication it has begun: only a crash may publish twice.
        var rejected = await log.PublishAsync(events.ConvertAll(e => e.Record), CancellationToken.None);
        await DeleteAsync(_session, events, rejected);
        metrics.Published(events.Count - rejected.Count);
    }

    protected override TimeSpan LongestPause => options.RelayInterval;

    // One that is not the active one is woken when a process has gone, and asks for the lock again. To wait for it inside the statement would hold a
    // snapshot all the time, and with it every deleted row of the outbox, over which the active relay would walk at each read.
    protected override Task PauseAsync(CancellationToken cancellationToken) =>
        _more ? Task.CompletedTask
        : _isActive || signal.HasCompany ? WokenAsync(cancellationToken)
        : Task.Delay(RemnantInterval, TimeProvider.System, cancellationToken);

    async Task WokenAsync(CancellationToken cancellationToken)
    {
        await signal.WaitAsync(options.RelayInterval, cancellationToken);
        if (_readAt is { } since && Gathering - Stopwatch.GetElapsedTime(since) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, TimeProvider.System, cancellationToken);
        }
    }

    protected override async Task RecoverAsync(CancellationToken cancellationToken)
    {
        if (_session is not null)
        {
            await _session.DisposeAsync();
            (_session, _isActive) = (null, false);
            signal.IsActive = false;
        }
    }

    static async Task<bool> TryLockAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(session) { BatchCommands = { Statement.Of(TryLock, RelayLock) } };
        return await batch.ExecuteScalarAsync(cancellationToken) is true;
    }

    async Task<List<RelayedEvent>> ReadAsync(NpgsqlConnection session, RowBytes rowBytes, CancellationToken cancellationToken)
    {
        var events = new List<RelayedEvent>();
        await using var batch = new NpgsqlBatch(session) { BatchCommands = { OutboxTable.ToSelectOldest(options.RelayBatch) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var bytes = 0L;
        while (!_more && await reader.ReadAsync(cancellationToken))
        {
            events.Add(OutboxTable.Read(reader, rowBytes));
            bytes += events[^1].Record.Body.Length;
            _more = events.Count == options.RelayBatch || bytes >= PublicationBytes;
        }
        return events;
    }

    async Task DeleteAsync(NpgsqlConnection session, List<RelayedEvent> events, IReadOnlyList<RefusedRecord> rejected)
    {
        await using var batch = new NpgsqlBatch(session);
        foreach (var (index, reason) in rejected)
        {
            // What the log rejects becomes a dead letter, and the rest goes on.
            batch.BatchCommands.Add(DeadLetterTable.ToInsert(ToDeadLetter(events[index], reason, clock.GetUtcNow())));
        }
        batch.BatchCommands.Add(OutboxTable.ToDelete(events));
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    DeadLetter ToDeadLetter(RelayedEvent rejected, string reason, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            Consumer = options.ServiceName,
            Origin = DeadLetterOrigin.Outbox,
            Topic = rejected.Record.Topic,
            RecordKey = rejected.Record.Key,
            EventId = rejected.EventId,
            BatchId = BatchOfRecord.Find(rejected.Record.Body.Span, rejected.Record.Topic[options.TopicPrefix.Length..]),
            Body = rejected.Record.Body.ToArray(),
            ReasonCode = "REFUSED_BY_LOG",
            Reason = reason,
            Attempts = 1,
            FirstFailedAt = now,
            LastFailedAt = now,
        };
}
