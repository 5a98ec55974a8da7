using System.Diagnostics;
using Npgsql;
using Phase1.Messaging.Log;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Postgres;

/// <summary>
/// A member of a consumer group on PostgreSQL: one session that holds its partitions' locks, fetches, and stores offsets. When the session is
/// lost, so are the partitions; the next poll joins anew.
/// </summary>
sealed class PostgresLogConsumer(
    TopicMap topicMap,
    NpgsqlDataSource sessions,
    AppendSignal appended,
    PostgresLogOptions options,
    string group,
    IReadOnlyCollection<string> topicNames
) : ILogConsumer
{
    // A few publications a partition at a time: enough to fill a poll, little to keep in memory.
    const int PublicationsAFetch = 8;

    // The counters say which partitions have something new: of hundreds mostly a few, and only those are looked into. Records of several topics
    // are returned in the order of the topics' list, whatever the query's plan. No consumer may rely on that; but causes are listed before effects, so fewer facts have to be parked.
    const string Fetch = """
        select b.topic_id, b.partition, b.base_offset, b.keys, b.bodies
        from unnest($1, $2, $3) with ordinality as f (topic_id, partition, from_offset, turn)
        join log_partitions p on p.topic_id = f.topic_id and p.partition = f.partition and p.next_offset > f.from_offset
        cross join lateral (
            select * from log_batches l where l.topic_id = f.topic_id and l.partition = f.partition and l.last_offset >= f.from_offset
            order by l.last_offset limit $4) b
        order by f.turn, b.last_offset
        """;

    readonly GroupOffsets _offsets = new(group);
    readonly FetchPositions _positions = new();
    readonly Queue<FetchedRecord> _fetched = [];
    readonly Dictionary<int, string> _names = [];
    readonly List<LostRecords> _lost = [];
    PartitionOwnership? _ownership;
    NpgsqlConnection? _session;
    long _rebalancedAt;

    public Task<LogPoll> PollAsync(int maxRecords, TimeSpan maxWait, CancellationToken cancellationToken) =>
        OnSessionAsync(
            "polling",
            async session =>
            {
                var started = Stopwatch.GetTimestamp();
                while (true)
                {
                    var appendedNext = appended.Next;
                    await RebalanceAsync(session, cancellationToken);
                    if (_fetched.Count == 0)
                    {
                        await FetchAsync(session, cancellationToken);
                    }
                    var left = maxWait - Stopwatch.GetElapsedTime(started);
                    if (_fetched.Count > 0 || left <= TimeSpan.Zero)
                    {
                        return new LogPoll(HandOut(maxRecords), new Dictionary<int, long>(_ownership!.Owned)) { Lost = TakeLost() };
                    }
                    var pause = left < options.PollInterval ? left : options.PollInterval;
                    await Task.WhenAny(appendedNext, Task.Delay(pause, TimeProvider.System, cancellationToken));
                    cancellationToken.ThrowIfCancellationRequested();
                }
            },
            cancellationToken
        );

    public Task StandByAsync(CancellationToken cancellationToken) =>
        OnSessionAsync(
            "standing by",
            async session =>
            {
                // The session ends when it is silent for too long.
                await RebalanceAsync(session, cancellationToken);
                return true;
            },
            cancellationToken
        );

    public Task CommitAsync(CancellationToken cancellationToken) =>
        OnSessionAsync(
            "storing offsets",
            async session =>
            {
                var offsets = _positions.Uncommitted();
                if (offsets.Count > 0)
                {
                    await _offsets.StoreAsync(session, offsets, cancellationToken);
                    _positions.HasStored(offsets);
                }
                return true;
            },
            cancellationToken
        );

    public Task<IReadOnlyList<LogPosition>> StoredAsync(IReadOnlyCollection<int> partitions, CancellationToken cancellationToken) =>
        OnSessionAsync(
            "reading offsets",
            session => _offsets.StoredAsync(session, _names.Keys, partitions, cancellationToken),
            cancellationToken
        );

    public async Task SetBackAsync(IReadOnlyList<LogPosition> positions, CancellationToken cancellationToken)
    {
        await OnSessionAsync(
            "setting offsets back",
            async session =>
            {
                await _offsets.SetBackAsync(session, positions, cancellationToken);
                return true;
            },
            cancellationToken
        );
        await CloseAsync();
    }

    public async Task ResetAsync(CancellationToken cancellationToken) => await CloseAsync();

    public async ValueTask DisposeAsync() => await CloseAsync();

    async Task<T> OnSessionAsync<T>(string doing, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await LogFaults.TranslateAsync(doing, async () => await work(await SessionAsync(cancellationToken)));
        }
        catch
        {
            await CloseAsync();
            throw;
        }
    }

    async Task<NpgsqlConnection> SessionAsync(CancellationToken cancellationToken)
    {
        if (_session is not null)
        {
            return _session;
        }
        var topics = await topicMap.FindAsync(topicNames, cancellationToken);
        var mine = topicNames
            .Select(name => topics.GetValueOrDefault(name) ?? throw new InvalidOperationException($"The log has no topic {name}."))
            .ToList();
        foreach (var topic in mine)
        {
            _names[topic.Id] = topic.Name;
        }
        // Offsets need not wait for the disk: those that a crash of the server takes back only bring records again, and the inbox knows them.
        var session = sessions.CreateConnection();
        // From here on it is closed with whatever goes wrong.
        _session = session;
        await session.OpenAsync(cancellationToken);
        var timeout = (int)options.SessionTimeout.TotalMilliseconds;
        await using (var command = new NpgsqlCommand($"set idle_session_timeout = {timeout}", session))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        _ownership ??= new PartitionOwnership(group, mine.Max(topic => topic.Partitions));
        await _ownership.JoinAsync(session, cancellationToken);
        _rebalancedAt = 0;
        return session;
    }

    async Task RebalanceAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        if (_rebalancedAt != 0 && Stopwatch.GetElapsedTime(_rebalancedAt) < options.RebalanceInterval)
        {
            return;
        }
        await _ownership!.RebalanceAsync(session, cancellationToken);
        _rebalancedAt = Stopwatch.GetTimestamp();
        var owned = _ownership.Owned;
        _positions.Drop(partition => !owned.ContainsKey(partition));
        if (_fetched.Any(record => !owned.ContainsKey(record.Record.Partition)))
        {
            var kept = _fetched.Where(record => owned.ContainsKey(record.Record.Partition)).ToList();
            _fetched.Clear();
            kept.ForEach(_fetched.Enqueue);
        }
        await StartNewAsync(session, [.. owned.Keys.Where(partition => !_positions.Has(partition))], cancellationToken);
    }

    async Task StartNewAsync(NpgsqlConnection session, int[] partitions, CancellationToken cancellationToken)
    {
        if (partitions.Length == 0)
        {
            return;
        }
        foreach (var (topicId, partition, stored, from) in await _offsets.BeginAsync(session, _names.Keys, partitions, cancellationToken))
        {
            _positions.Start(topicId, partition, stored, from);
            Miss(topicId, partition, stored, from);
        }
    }

    // Offsets have no gaps: what lies between is gone.
    void Miss(int topicId, int partition, long expected, long found)
    {
        if (found > expected)
        {
            _lost.Add(new(_names[topicId], partition, expected, found));
        }
    }

    LostRecords[] TakeLost()
    {
        LostRecords[] lost = [.. _lost];
        _lost.Clear();
        return lost;
    }

    async Task FetchAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        var from = _positions.Fetch.ToList();
        await using var command = new NpgsqlCommand(Fetch, session)
        {
            Parameters =
            {
                new() { Value = from.ConvertAll(p => p.TopicId) },
                new() { Value = from.ConvertAll(p => p.Partition) },
                new() { Value = from.ConvertAll(p => p.Offset) },
                new() { Value = PublicationsAFetch },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (topicId, partition, offset) = (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt64(2));
            var keys = reader.GetFieldValue<string[]>(3);
            var bodies = reader.GetFieldValue<byte[][]>(4);
            var next = _positions.FetchedOf(topicId, partition);
            Miss(topicId, partition, next, offset);
            for (var i = (int)Math.Max(0, next - offset); i < keys.Length; i++)
            {
                _fetched.Enqueue(new(topicId, new(_names[topicId], partition, offset + i, keys[i], bodies[i])));
            }
            _positions.HasFetched(topicId, partition, offset + keys.Length);
        }
    }

    List<LogRecord> HandOut(int maxRecords)
    {
        var records = new List<LogRecord>(Math.Min(maxRecords, _fetched.Count));
        while (records.Count < maxRecords && _fetched.TryDequeue(out var next))
        {
            records.Add(next.Record);
            _positions.HasHandedOut(next.TopicId, next.Record.Partition, next.Record.Offset + 1);
        }
        return records;
    }

    async Task CloseAsync()
    {
        // Commands of a new session start with a new join; the count of wins goes on, so that a new ownership is seen as new.
        _fetched.Clear();
        _lost.Clear();
        _positions.Drop(_ => true);
        _ownership?.Forget();
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
    }

    readonly record struct FetchedRecord(int TopicId, LogRecord Record);
}
