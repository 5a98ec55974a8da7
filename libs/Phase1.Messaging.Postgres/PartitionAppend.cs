using Phase1.Messaging.Log;

namespace Phase1.Messaging.Postgres;

/// <summary>What one publication adds to one partition.</summary>
sealed class PartitionAppend(int topicId, int partition)
{
    public int TopicId => topicId;

    public int Partition => partition;

    public List<OutgoingRecord> Records { get; } = [];

    /// <summary>A value of each record of several partitions, in their order.</summary>
    public static T[] Column<T>(List<PartitionAppend> appends, Func<OutgoingRecord, T> of)
    {
        var values = new T[appends.Sum(append => append.Records.Count)];
        var next = 0;
        foreach (var append in appends)
        {
            foreach (var record in append.Records)
            {
                values[next++] = of(record);
            }
        }
        return values;
    }
}
