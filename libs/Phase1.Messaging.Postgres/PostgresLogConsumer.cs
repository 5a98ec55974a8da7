using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Phase1.Messaging.Log;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Postgres;

/// <summary>
/// A member of a consumer group on PostgreSQL: one session that holds its partitions' locks, fetches, and stores offsets. When the session is
/// lost, so are the partitions; the next poll joins anew. The bell says when to look; without it the intervals do.
/// </summary>
sealed class PostgresLogConsumer : ILogConsumer
{
    readonly TopicMap _topics;
    readonly NpgsqlDataSource _sessions;
    readonly DatabaseBell _bell;
    readonly PostgresLogOptions _options;
    readonly IReadOnlyCollection<string> _topicNames;
    readonly PartitionOwnership _ownership;
    readonly GroupOffsets _offsets;
    readonly string _members;
    readonly MemberMail _mail;
    readonly MemberReader _reader;
    NpgsqlConnection? _session;
    long _rebalancedAt;

    public PostgresLogConsumer(
        TopicMap topics,
        NpgsqlDataSource sessions,
        DatabaseBell bell,
        PostgresLogOptions options,
        string group,
        IReadOnlyCollection<string> topicNames
    )
    {
        (_topics, _sessions, _bell, _options, _topicNames) = (topics, sessions, bell, options, topicNames);
        _ownership = new PartitionOwnership(group);
        _offsets = new GroupOffsets(group);
        _members = string.Create(CultureInfo.InvariantCulture, $"members/{_ownership.MemberClass}");
        _mail = new MemberMail(bell, _members);
        _reader = new MemberReader(_offsets, _mail, options);
    }

    public Task<LogPoll> PollAsync(int maxRecords, TimeSpan maxWait, CancellationToken cancellationToken) =>
        OnSessionAsync(
            "polling",
            async session =>
            {
                var started = Stopwatch.GetTimestamp();
                while (true)
                {
                    // Taken before looking: what comes after the look wakes us.
                    var news = _mail.Next;
                    await RebalanceAsync(session, cancellationToken);
                    await _reader.LookAsync(session, cancellationToken);
                    var left = maxWait - Stopwatch.GetElapsedTime(started);
                    if (_reader.HasRecords || left <= TimeSpan.Zero)
                    {
                        var (records, lost) = _reader.HandOut(maxRecords);
                        return new LogPoll(records, new Dictionary<int, long>(_ownership.Owned)) { Lost = lost };
                    }
                    var pause = new[] { left, _reader.UntilDue, UntilRebalance }.Min();
                    await news.WaitAsync(pause, TimeProvider.System, cancellationToken)
                        .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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

    public Task CommitAsync(CancellationToken cancellationToken)
    {
        _reader.Finish();
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LogPosition>> StoredAsync(IReadOnlyCollection<int> partitions, CancellationToken cancellationToken) =>
        OnSessionAsync(
            "reading offsets",
            async session =>
            {
                await _reader.StoreAsync(session, cancellationToken);
                return await _offsets.StoredAsync(session, _reader.TopicIds, partitions, cancellationToken);
            },
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

    public async Task ResetAsync(CancellationToken cancellationToken) => await LeaveAsync();

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        _mail.Dispose();
    }

    TimeSpan UntilRebalance =>
        _options.RebalanceInterval - Stopwatch.GetElapsedTime(_rebalancedAt) is var due && due > TimeSpan.Zero ? due : TimeSpan.Zero;

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
        var topics = await _topics.FindAsync(_topicNames, cancellationToken);
        var mine = _topicNames
            .Select(name => topics.GetValueOrDefault(name) ?? throw new InvalidOperationException($"The log has no topic {name}."))
            .ToList();
        _reader.Open(mine.ToDictionary(topic => topic.Id, topic => topic.Name));
        // Offsets need not wait for the disk: those that a crash of the server takes back only bring records again, and the inbox knows them.
        var session = _sessions.CreateConnection();
        // From here on it is closed with whatever goes wrong.
        _session = session;
        await session.OpenAsync(cancellationToken);
        var timeout = (int)_options.SessionTimeout.TotalMilliseconds;
        await using (var command = new NpgsqlCommand($"set idle_session_timeout = {timeout}", session))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        await _ownership.JoinAsync(session, mine.Max(topic => topic.Partitions), cancellationToken);
        _bell.Ring(_members);
        return session;
    }

    async Task RebalanceAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        // Joining is a change that it hears of itself.
        if (!_mail.TakeChanges() && UntilRebalance > TimeSpan.Zero)
        {
            return;
        }
        _rebalancedAt = Stopwatch.GetTimestamp();
        // Whoever gets a partition begins where it was given up.
        await _reader.StoreAsync(session, cancellationToken);
        if (await _ownership.RebalanceAsync(session, cancellationToken))
        {
            await _reader.KeepAsync(session, _ownership.Owned, cancellationToken);
            _bell.Ring(_members);
        }
    }

    // Those who stay need not wait until its session has ended.
    async Task LeaveAsync()
    {
        if (_session is { State: System.Data.ConnectionState.Open } session)
        {
            try
            {
                await _reader.StoreAsync(session, CancellationToken.None);
                await PartitionOwnership.LeaveAsync(session, CancellationToken.None);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException)
            {
                // What is not stored comes again, and the locks go with the session.
            }
        }
        await CloseAsync();
    }

    async Task CloseAsync()
    {
        // Commands of a new session start with a new join; the count of wins goes on, so that a new ownership is seen as new.
        _reader.Forget();
        _ownership.Forget();
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
            _bell.Ring(_members);
        }
    }
}
