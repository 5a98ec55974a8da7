using System.Diagnostics;
using Phase1.Messaging.Log;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>A member of a fake log's group; its partitions are those whose number falls to its place among the living members.</summary>
sealed class FakeLogConsumer(FakeLogStore store, LogFault fault, string group, IReadOnlyCollection<string> topics) : ILogConsumer
{
    static long _wins;
    readonly Dictionary<(string Topic, int Partition), long> _positions = [];
    readonly Dictionary<int, long> _owned = [];
    bool _dead;

    string Group => fault == LogFault.OneGroupForAll ? "" : group;

    public async Task<LogPoll> PollAsync(int maxRecords, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var next = store.NextAppend;
            var poll = Look(maxRecords);
            var left = maxWait - Stopwatch.GetElapsedTime(started);
            if (poll.Records.Count > 0 || left <= TimeSpan.Zero)
            {
                return poll;
            }
            var wake = fault == LogFault.NeverWakes ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken) : next;
            await Task.WhenAny(wake, Task.Delay(left, TimeProvider.System, cancellationToken));
            if (fault == LogFault.NeverWakes)
            {
                return poll;
            }
        }
    }

    public Task StandByAsync(CancellationToken cancellationToken)
    {
        lock (store.Gate)
        {
            Rebalance();
            if (fault == LogFault.SkipsOverStandBy)
            {
                foreach (var place in _positions.Keys.ToList())
                {
                    _positions[place] = store.Topics[place.Topic][place.Partition].Count;
                }
            }
        }
        return Task.CompletedTask;
    }

    public Task CommitAsync(CancellationToken cancellationToken)
    {
        lock (store.Gate)
        {
            if (_dead && fault != LogFault.LetsTheDeadCommit)
            {
                throw new LogUnavailableException("This member is dead.");
            }
            Store();
        }
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LogPosition>> StoredAsync(IReadOnlyCollection<int> partitions, CancellationToken cancellationToken)
    {
        lock (store.Gate)
        {
            var asked = topics.SelectMany(topic => partitions.Select(partition => (Topic: topic, Partition: partition)));
            return Task.FromResult<IReadOnlyList<LogPosition>>([
                .. asked.Select(place => new LogPosition(
                    place.Topic,
                    place.Partition,
                    fault == LogFault.HidesOffsets ? 0 : store.Offsets.GetValueOrDefault((Group, place.Topic, place.Partition))
                )),
            ]);
        }
    }

    public Task SetBackAsync(IReadOnlyList<LogPosition> positions, CancellationToken cancellationToken)
    {
        lock (store.Gate)
        {
            foreach (var back in fault == LogFault.NeverGoesBack ? [] : positions)
            {
                store.Offsets[(Group, back.Topic, back.Partition)] = back.Offset;
            }
        }
        Leave();
        return Task.CompletedTask;
    }

    public Task ResetAsync(CancellationToken cancellationToken)
    {
        Leave();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        if (fault != LogFault.NeverLetsGo)
        {
            Leave();
        }
        return ValueTask.CompletedTask;
    }

    public void Die()
    {
        lock (store.Gate)
        {
            _dead = true;
            if (fault != LogFault.WaitsForTheDead)
            {
                store.Members.Remove(this);
            }
        }
    }

    LogPoll Look(int maxRecords)
    {
        lock (store.Gate)
        {
            Rebalance();
            var records = new List<LogRecord>();
            foreach (var place in _positions.Keys.ToList())
            {
                var news = store.Topics[place.Topic][place.Partition].Where(r => r.Offset >= _positions[place]);
                var taken = news.Take(maxRecords - records.Count).ToList();
                records.AddRange(taken);
                _positions[place] = taken.Count > 0 ? taken[^1].Offset + 1 : _positions[place];
            }
            if (fault == LogFault.CommitsByItself)
            {
                Store();
            }
            return new(records, new Dictionary<int, long>(_owned));
        }
    }

    void Rebalance()
    {
        _dead = false;
        if (!store.Members.Contains(this))
        {
            store.Members.Add(this);
        }
        var members = store.Members.Where(member => member.Group == Group).ToList();
        var place = members.IndexOf(this);
        for (var partition = 0; partition < store.Topics[topics.First()].Length; partition++)
        {
            var mine = partition % members.Count == place || fault == LogFault.GivesAllToEveryone;
            if (mine && _owned.TryAdd(partition, fault == LogFault.RepeatsWins ? 1 : Interlocked.Increment(ref _wins)))
            {
                Start(partition);
            }
            else if (!mine && _owned.Remove(partition))
            {
                Stop(partition);
            }
        }
    }

    void Start(int partition)
    {
        foreach (var topic in topics)
        {
            _positions[(topic, partition)] = store.Offsets.GetValueOrDefault((Group, topic, partition));
        }
    }

    void Stop(int partition)
    {
        foreach (var topic in topics)
        {
            _positions.Remove((topic, partition));
        }
    }

    void Store()
    {
        foreach (var ((topic, partition), position) in _positions)
        {
            var end = store.Topics[topic][partition].Count;
            store.Offsets[(Group, topic, partition)] = fault == LogFault.StoresTooMuch ? end : position;
        }
    }

    void Leave()
    {
        lock (store.Gate)
        {
            store.Members.Remove(this);
            _positions.Clear();
            _owned.Clear();
            if (fault == LogFault.ForgetsOffsets)
            {
                store.Offsets.Clear();
            }
        }
    }
}
