using Confluent.Kafka;

namespace Phase1.Messaging.Kafka;

/// <summary>The clients' configuration. What delivery depends on is set last, so that no setting from outside can weaken it.</summary>
static class ClientSettings
{
    // Room for key, headers and the record's own frame.
    const int FrameBytes = 64 << 10;

    public static int FrameOf(int recordBytes) => recordBytes + FrameBytes;

    public static AdminClientConfig ForAdministration(KafkaLogOptions options) => new(Common(options));

    public static ProducerConfig ForProducer(KafkaLogOptions options) =>
        new(Common(options))
        {
            EnableIdempotence = true,
            Acks = Acks.All,
            // A gap would put a record behind its successor: fail instead, and repeat the whole publication with a new producer.
            EnableGaplessGuarantee = true,
            // For the same reason no record times out by itself: the publication does.
            MessageTimeoutMs = 0,
            Partitioner = Partitioner.Murmur2Random,
            RequestTimeoutMs = (int)options.RequestTimeout.TotalMilliseconds,
            MessageMaxBytes = FrameOf(options.MaxRecordBytes),
            // A publication is handed over as a whole: a short linger is enough to batch it.
            LingerMs = 1,
            CompressionType = CompressionType.Lz4,
        };

    public static ConsumerConfig ForConsumer(KafkaLogOptions options, string group) =>
        new(Common(options))
        {
            GroupId = group,
            // The engine says which offsets may be stored; the client sends them in the background.
            EnableAutoCommit = true,
            AutoCommitIntervalMs = 1000,
            EnableAutoOffsetStore = false,
            AutoOffsetReset = AutoOffsetReset.Earliest,
            AllowAutoCreateTopics = false,
            // Over topics of equal partition counts it gives one member the same numbers of each.
            PartitionAssignmentStrategy = PartitionAssignmentStrategy.Range,
            SessionTimeoutMs = (int)options.SessionTimeout.TotalMilliseconds,
            HeartbeatIntervalMs = (int)Math.Min(options.SessionTimeout.TotalMilliseconds / 3, 3000),
            MaxPollIntervalMs = (int)options.MaxPollInterval.TotalMilliseconds,
            MaxPartitionFetchBytes = Math.Max(1 << 20, FrameOf(options.MaxRecordBytes)),
            // While the engine waits for its database no more than this stands in memory.
            QueuedMaxMessagesKbytes = 16 << 10,
            FetchErrorBackoffMs = 100,
        };

    static Dictionary<string, string> Common(KafkaLogOptions options)
    {
        var config = new ClientConfig(new Dictionary<string, string>(options.Settings))
        {
            BootstrapServers = options.BootstrapServers,
            SecurityProtocol = Enum.Parse<SecurityProtocol>(options.SecurityProtocol, ignoreCase: true),
            SocketTimeoutMs = (int)options.RequestTimeout.TotalMilliseconds,
            ReconnectBackoffMs = 50,
            ReconnectBackoffMaxMs = 1000,
        };
        if (config.SecurityProtocol is SecurityProtocol.SaslPlaintext or SecurityProtocol.SaslSsl)
        {
            config.SaslMechanism = Enum.Parse<SaslMechanism>(options.SaslMechanism, ignoreCase: true);
            config.SaslUsername = options.SaslUsername;
            config.SaslPassword = options.SaslPassword;
        }
        if (options.SslCaLocation is { Length: > 0 } certificates)
        {
            config.SslCaLocation = certificates;
        }
        return config.ToDictionary(setting => setting.Key, setting => setting.Value);
    }
}
