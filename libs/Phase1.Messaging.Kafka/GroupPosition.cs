using Confluent.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>
/// The partition numbers that a member has in all topics, and up to which offset each partition's records have been handed out. Kafka's client takes
/// partitions away in the middle of a poll; records of these that were gathered before are dropped.
/// </summary>
sealed class GroupPosition(int topics)
{
    readonly Dictionary<int, long> _owned = [];
    readonly Dictionary<TopicPartition, Offset> _handedOut = [];
    readonly Dictionary<TopicPartition, Offset> _stored = [];
    readonly List<LogRecord> _gathered = [];
    readonly List<LostRecords> _lost = [];
    long _wins;

    public int Gathered => _gathered.Count;

    /// <summary>
    /// Takes the numbers that have been won in every topic. A number that another member has in some topic (an older version, which knows fewer
    /// topics) is left alone until that member has left: two members must not work on one batch.
    /// </summary>
    /// <returns>The partitions to read.</returns>
    public IEnumerable<TopicPartition> Win(IEnumerable<TopicPartition> partitions)
    {
        var whole = partitions.GroupBy(partition => partition.Partition.Value).Where(number => number.Count() == topics).ToList();
        foreach (var number in whole)
        {
            _owned[number.Key] = ++_wins;
        }
        return whole.SelectMany(number => number);
    }

    public void Lose(IEnumerable<TopicPartition> partitions)
    {
        foreach (var lost in partitions)
        {
            _owned.Remove(lost.Partition.Value);
            _handedOut.Remove(lost);
            _stored.Remove(lost);
            _gathered.RemoveAll(record => record.Partition == lost.Partition.Value);
            _lost.RemoveAll(records => records.Partition == lost.Partition.Value);
        }
    }

    public void LoseAll()
    {
        _owned.Clear();
        _handedOut.Clear();
        _stored.Clear();
        _gathered.Clear();
        _lost.Clear();
    }

    public void Gather(LogRecord record) => _gathered.Add(record);

    /// <summary>The brokers have deleted these before the group read them. The next poll reports them, and the group continues behind them.</summary>
    public void Miss(LostRecords lost) => _lost.Add(lost);

    /// <summary>What was gathered is handed out now, and its offsets may be stored from here on.</summary>
    public LogPoll HandOut()
    {
        foreach (var lost in _lost)
        {
            _handedOut.TryAdd(new(lost.Topic, lost.Partition), lost.To);
        }
        foreach (var record in _gathered)
        {
            _handedOut[new(record.Topic, record.Partition)] = record.Offset + 1;
        }
        var poll = new LogPoll([.. _gathered], new Dictionary<int, long>(_owned)) { Lost = [.. _lost] };
        _gathered.Clear();
        _lost.Clear();
        return poll;
    }

    /// <summary>The offsets behind what was handed out since the last call.</summary>
    public List<TopicPartitionOffset> TakeUnstored()
    {
        List<TopicPartitionOffset> offsets = [.. _handedOut.Select(position => new TopicPartitionOffset(position.Key, position.Value))];
        foreach (var (partition, offset) in _handedOut)
        {
            _stored[partition] = offset;
        }
        _handedOut.Clear();
        return offsets;
    }

    /// <summary>What the group has stored: what this member has given to be stored may not have reached the brokers yet.</summary>
    public TopicPartitionOffset StoredOf(TopicPartitionOffset onBrokers) =>
        _stored.TryGetValue(onBrokers.TopicPartition, out var stored) ? new(onBrokers.TopicPartition, stored) : onBrokers;
}
