using System.Text;
using Confluent.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>A record as the client reads it, in the engine's words.</summary>
static class KafkaRecord
{
    internal static LogRecord Of(ConsumeResult<byte[]?, byte[]?> read) =>
        new(
            read.Topic,
            read.Partition.Value,
            read.Offset.Value,
            read.Message.Key is { } key ? Encoding.UTF8.GetString(key) : null,
            read.Message.Value ?? []
        );
}
