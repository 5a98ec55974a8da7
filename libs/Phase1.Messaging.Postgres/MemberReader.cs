using System.Diagnostics;
using Npgsql;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Postgres;

/// <summary>Reads a member's partitions: what it has fetched and not handed out yet, and how far its group has come.</summary>
sealed class MemberReader(GroupOffsets offsets, MemberMail mail, PostgresLogOptions options)
{
    // A few publications a partition at a time: enough to fill a poll, little to keep in memory.
    const int PublicationsAFetch = 8;

    // Offsets are in no hurry: mostly the next fetch takes them along, and no commit is made for them alone. The log promises a second.
    static readonly TimeSpan LongestUnstored = TimeSpan.FromMilliseconds(200);

    // A member that has work gathers for so long what else comes, and makes one poll of it; one that had nothing to do looks at once.
    static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(10);

    static readonly string Fetch = FetchWith("$1", "$2", "$3", "$4");

    static readonly string StoreAndFetch = $"with stored as ({GroupOffsets.StoreOffsets}) {FetchWith("$5", "$6", "$7", "$8")}";

    readonly FetchPositions _positions = new();
    readonly Queue<FetchedRecord> _fetched = [];
    readonly List<LostRecords> _lost = [];
    readonly TimeSpan _longestUnstored = options.PollInterval < LongestUnstored ? options.PollInterval : LongestUnstored;
    IReadOnlyDictionary<int, string> _names = new Dictionary<int, string>();
    HashSet<(int TopicId, int Partition)> _more = [];
    long _fetchedAt;
    long _lookedAt;
    long? _unstoredSince;
    bool _hasFetched;

    /// <summary>Whether something is fetched and not handed out.</summary>
    public bool HasRecords => _fetched.Count > 0;

    /// <summary>The topics that are read, by their numbers.</summary>
    public IEnumerable<int> TopicIds => _names.Keys;

    /// <summary>How long <see cref="LookAsync"/> has nothing to do while no news come.</summary>
    public TimeSpan UntilDue
    {
        get
        {
            var look = mail.HasAppends ? TimeSpan.Zero : options.PollInterval - Stopwatch.GetElapsedTime(_lookedAt);
            var gathered = IsGathering ? Gathering - Stopwatch.GetElapsedTime(_fetchedAt) : TimeSpan.Zero;
            look = look > gathered ? look : gathered;
            var store = _unstoredSince is { } since ? _longestUnstored - Stopwatch.GetElapsedTime(since) : look;
            var due = store < look ? store : look;
            return due > TimeSpan.Zero ? due : TimeSpan.Zero;
        }
    }

    /// <summary>Reads these topics from now on, and no partition of them yet.</summary>
    public void Open(IReadOnlyDictionary<int, string> names)
    {
        Forget();
        _names = names;
    }

    /// <summary>Goes on with these partitions alone: the others are lost, and those that are new begin where the group stands.</summary>
    public async Task KeepAsync(NpgsqlConnection session, IReadOnlyDictionary<int, long> owned, CancellationToken cancellationToken)
    {
        _positions.Drop(partition => !owned.ContainsKey(partition));
        var kept = _fetched.Where(record => owned.ContainsKey(record.Record.Partition)).ToList();
        _fetched.Clear();
        kept.ForEach(_fetched.Enqueue);
        int[] begun = [.. owned.Keys.Where(partition => !_positions.Has(partition))];
        if (begun.Length > 0)
        {
            foreach (var (topicId, partition, stored, from) in await offsets.BeginAsync(session, _names.Keys, begun, cancellationToken))
            {
                _positions.Start(topicId, partition, stored, from);
                Miss(topicId, partition, stored, from);
            }
        }
        mail.ReadFrom(_positions.Places);
    }

    /// <summary>Fetches where something has come, and once in a while everywhere; stores what has waited for long enough.</summary>
    public async Task LookAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        var isDue = Stopwatch.GetElapsedTime(_lookedAt) >= options.PollInterval;
        if (_fetched.Count == 0 && !IsGathering && (mail.HasAppends || _more.Count > 0 || isDue))
        {
            // The news are taken before looking: what comes after the look is told anew.
            await FetchAsync(session, mail.TakeAppends() is { } appends && !isDue ? appends : null, cancellationToken);
        }
        else if (_unstoredSince is { } since && Stopwatch.GetElapsedTime(since) >= _longestUnstored)
        {
            await StoreAsync(session, cancellationToken);
        }
    }

    /// <summary>The next records, and what is found to be lost.</summary>
    public (List<LogRecord> Records, LostRecords[] Lost) HandOut(int maxRecords)
    {
        var records = new List<LogRecord>(Math.Min(maxRecords, _fetched.Count));
        while (records.Count < maxRecords && _fetched.TryDequeue(out var next))
        {
            records.Add(next.Record);
            _positions.HasHandedOut(next.TopicId, next.Record.Partition, next.Record.Offset + 1);
        }
        LostRecords[] lost = [.. _lost];
        _lost.Clear();
        return (records, lost);
    }

    /// <summary>What has been handed out may be stored.</summary>
    public void Finish() => _unstoredSince = _positions.Finish() ? _unstoredSince ?? Stopwatch.GetTimestamp() : null;

    /// <summary>Stores what may be stored.</summary>
    public async Task StoreAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        if (_unstoredSince is not null)
        {
            var unstored = _positions.Unstored();
            await offsets.StoreAsync(session, unstored, cancellationToken);
            HasStored(unstored);
        }
    }

    /// <summary>Gives up everything: the session is over.</summary>
    public void Forget()
    {
        _fetched.Clear();
        _lost.Clear();
        _positions.Drop(_ => true);
        (_unstoredSince, _hasFetched, _more) = (null, false, []);
    }

    bool IsGathering => _hasFetched && _more.Count == 0 && Stopwatch.GetElapsedTime(_fetchedAt) < Gathering;

    async Task FetchAsync(
        NpgsqlConnection session,
        IReadOnlySet<(int TopicId, int Partition)>? appends,
        CancellationToken cancellationToken
    )
    {
        _fetchedAt = Stopwatch.GetTimestamp();
        _lookedAt = appends is null ? _fetchedAt : _lookedAt;
        var from = _positions
            .Fetch.Where(place =>
                appends?.Contains((place.TopicId, place.Partition)) != false || _more.Contains((place.TopicId, place.Partition))
            )
            .ToList();
        var unstored = _unstoredSince is null ? [] : _positions.Unstored();
        await using var command = new NpgsqlCommand(unstored.Count > 0 ? StoreAndFetch : Fetch, session);
        if (unstored.Count > 0)
        {
            offsets.AddStored(command.Parameters, unstored);
        }
        command.Parameters.Add(new() { Value = from.ConvertAll(p => p.TopicId) });
        command.Parameters.Add(new() { Value = from.ConvertAll(p => p.Partition) });
        command.Parameters.Add(new() { Value = from.ConvertAll(p => p.Offset) });
        command.Parameters.Add(new() { Value = PublicationsAFetch });
        var publications = new Dictionary<(int TopicId, int Partition), int>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var (topicId, partition) = Take(reader);
                publications[(topicId, partition)] = publications.GetValueOrDefault((topicId, partition)) + 1;
            }
        }
        _hasFetched = publications.Count > 0;
        _more = [.. publications.Where(place => place.Value == PublicationsAFetch).Select(place => place.Key)];
        HasStored(unstored);
    }

    (int TopicId, int Partition) Take(NpgsqlDataReader row)
    {
        var (topicId, partition, offset) = (row.GetInt32(0), row.GetInt32(1), row.GetInt64(2));
        var keys = row.GetFieldValue<string[]>(3);
        var bodies = row.GetFieldValue<byte[][]>(4);
        var next = _positions.FetchedOf(topicId, partition);
        Miss(topicId, partition, next, offset);
        for (var i = (int)Math.Max(0, next - offset); i < keys.Length; i++)
        {
            _fetched.Enqueue(new(topicId, new(_names[topicId], partition, offset + i, keys[i], bodies[i])));
        }
        _positions.HasFetched(topicId, partition, offset + keys.Length);
        return (topicId, partition);
    }

    // Offsets have no gaps: what lies between is gone.
    void Miss(int topicId, int partition, long expected, long found)
    {
        if (found > expected)
        {
            _lost.Add(new(_names[topicId], partition, expected, found));
        }
    }

    void HasStored(List<(int TopicId, int Partition, long Offset)> stored)
    {
        _positions.HasStored(stored);
        _unstoredSince = null;
    }

    // The counters say which partitions have something new: of hundreds mostly a few, and only those are looked into. What there is of several topics
    // comes in the topics' own order, whatever the plan: nobody is promised that, but causes are named before effects, and so less has to be parked.
    static string FetchWith(string topicIds, string partitions, string offsets, string limit) =>
        $"""
            select b.topic_id, b.partition, b.base_offset, b.keys, b.bodies
            from unnest({topicIds}, {partitions}, {offsets}) with ordinality as f (topic_id, partition, from_offset, turn)
            join log_partitions p on p.topic_id = f.topic_id and p.partition = f.partition and p.next_offset > f.from_offset
            cross join lateral (
                select * from log_batches l where l.topic_id = f.topic_id and l.partition = f.partition and l.last_offset >= f.from_offset
                order by l.last_offset limit {limit}) b
            order by f.turn, b.last_offset
            """;

    readonly record struct FetchedRecord(int TopicId, LogRecord Record);
}
