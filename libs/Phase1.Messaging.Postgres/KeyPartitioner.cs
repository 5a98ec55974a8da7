using System.Buffers.Binary;
using System.Text;

namespace Phase1.Messaging.Postgres;

/// <summary>Chooses a key's partition as Kafka's own clients do (murmur2), so that both logs lay a batch in the same one.</summary>
static class KeyPartitioner
{
    const int UsualBytes = 64;

    public static int PartitionOf(string key, int partitions)
    {
        // Most keys are ids.
        Span<byte> room = stackalloc byte[UsualBytes];
        var bytes = Encoding.UTF8.TryGetBytes(key, room, out var written) ? room[..written] : Encoding.UTF8.GetBytes(key);
        return (int)((Murmur2(bytes) & 0x7fffffff) % (uint)partitions);
    }

    static uint Murmur2(ReadOnlySpan<byte> data)
    {
        const uint Multiplier = 0x5bd1e995;
        var hash = 0x9747b28c ^ (uint)data.Length;
        for (; data.Length >= 4; data = data[4..])
        {
            var block = BinaryPrimitives.ReadUInt32LittleEndian(data) * Multiplier;
            block ^= block >> 24;
            hash = (hash * Multiplier) ^ (block * Multiplier);
        }
        for (var i = data.Length - 1; i >= 0; i--)
        {
            hash ^= (uint)data[i] << (8 * i);
            if (i == 0)
            {
                hash *= Multiplier;
            }
        }
        hash ^= hash >> 13;
        hash *= Multiplier;
        return hash ^ (hash >> 15);
    }
}
