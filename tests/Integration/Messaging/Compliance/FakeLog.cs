using Phase1.Messaging.Log;
using Phase1.Messaging.Postgres;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>A log in memory that obeys the contract, but for the one fault that it is given.</summary>
sealed class FakeLog(FakeLogStore store, LogFault fault) : ILog
{
    public const int MaxRecordBytes = 2 << 20;
    readonly List<FakeLogConsumer> _members = [];
    int _scattered;

    public string SystemName => "fake";

    public Task EnsureTopicsAsync(IReadOnlyCollection<string> topics, int partitions, CancellationToken cancellationToken)
    {
        lock (store.Gate)
        {
            foreach (var topic in topics)
            {
                var exists = store.Topics.TryGetValue(topic, out var found);
                if (exists && found!.Length != partitions && fault != LogFault.IgnoresPartitionCount)
                {
                    throw new InvalidOperationException($"{topic} has {found.Length} partitions.");
                }
                if (!exists || fault == LogFault.ForgetsTopics)
                {
                    store.Topics[topic] = [.. Enumerable.Range(0, partitions).Select(_ => new List<LogRecord>())];
                }
            }
        }
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<RefusedRecord>> PublishAsync(IReadOnlyList<OutgoingRecord> records, CancellationToken cancellationToken)
    {
        var refused = new List<RefusedRecord>();
        lock (store.Gate)
        {
            foreach (var (index, record) in InOrder(records))
            {
                if (Refusal(record) is { } reason)
                {
                    refused.Add(new(index, reason));
                }
                else if (store.Topics.TryGetValue(record.Topic, out var partitions))
                {
                    Append(partitions, record);
                }
            }
        }
        store.Appended();
        return Task.FromResult<IReadOnlyList<RefusedRecord>>(fault == LogFault.TakesAnything ? [] : refused);
    }

    public ILogConsumer Join(string group, IReadOnlyCollection<string> topics)
    {
        var member = new FakeLogConsumer(store, fault, group, topics);
        _members.Add(member);
        return member;
    }

    public Task<IReadOnlyList<LogPosition>> EndOffsetsAsync(IReadOnlyCollection<string> topics, CancellationToken cancellationToken)
    {
        var behind = fault == LogFault.EndsEarly ? 1 : 0;
        lock (store.Gate)
        {
            return Task.FromResult<IReadOnlyList<LogPosition>>([
                .. from topic in topics.Where(store.Topics.ContainsKey)
                from partition in store.Topics[topic].Index()
                select new LogPosition(topic, partition.Index, Math.Max(0, partition.Item.Count - behind)),
            ]);
        }
    }

    public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Kill() => _members.ForEach(member => member.Die());

    IEnumerable<(int Index, OutgoingRecord Record)> InOrder(IReadOnlyList<OutgoingRecord> records)
    {
        var indexed = records.Select((record, index) => (index, record));
        return fault == LogFault.Shuffles ? indexed.Reverse() : indexed;
    }

    string? Refusal(OutgoingRecord record) =>
        !store.Topics.ContainsKey(record.Topic) ? "No such topic."
        : record.Body.Length > MaxRecordBytes ? "Too large."
        : null;

    void Append(List<LogRecord>[] partitions, OutgoingRecord record)
    {
        var partition = PartitionOf(record.Key, partitions.Length);
        var records = partitions[partition];
        var offset = fault == LogFault.LeavesGaps ? records.Count + (records.Count / 10) : records.Count;
        var body = fault == LogFault.CutsBodies ? record.Body[..Math.Min(record.Body.Length, 1 << 20)] : record.Body;
        records.Add(new(record.Topic, partition, offset, record.Key, body.ToArray()));
    }

    int PartitionOf(string key, int partitions) =>
        fault switch
        {
            LogFault.ScattersKeys => _scattered++ % partitions,
            LogFault.HashesItsOwnWay => key.Length % partitions,
            _ => KeyPartitioner.PartitionOf(key, partitions),
        };
}
