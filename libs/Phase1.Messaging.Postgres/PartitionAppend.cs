using System.Runtime.InteropServices;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Postgres;

/// <summary>What one publication adds to one partition.</summary>
sealed class PartitionAppend(int topicId, int partition)
{
    public int TopicId => topicId;

    public int Partition => partition;

    public List<string> Keys { get; } = [];

    public List<byte[]> Bodies { get; } = [];

    public List<string> Headers { get; } = [];

    public void Add(OutgoingRecord record)
    {
        Keys.Add(record.Key);
        Bodies.Add(BytesOf(record.Body));
        Headers.Add(record.Headers);
    }

    // The outbox hands over whole arrays, which are used without a copy.
    static byte[] BytesOf(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : body.ToArray();
}
