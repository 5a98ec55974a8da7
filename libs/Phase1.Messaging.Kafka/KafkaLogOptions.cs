namespace Phase1.Messaging.Kafka;

/// <summary>Where the brokers are and how the log on Kafka behaves. The times are real time: they are about processes, not about the domain.</summary>
public sealed class KafkaLogOptions
{
    /// <summary>Comma-separated host:port pairs; one that answers is enough to find the others.</summary>
    public string BootstrapServers { get; set; } = "";

    /// <summary>Plaintext, Ssl, SaslPlaintext or SaslSsl.</summary>
    public string SecurityProtocol { get; set; } = "Plaintext";

    /// <summary>Plain, ScramSha256 or ScramSha512; read where the protocol has SASL in its name.</summary>
    public string SaslMechanism { get; set; } = "Plain";

    /// <summary>The user of SASL.</summary>
    public string? SaslUsername { get; set; }

    /// <summary>The password of SASL.</summary>
    public string? SaslPassword { get; set; }

    /// <summary>A PEM file with the certificates that may sign the brokers'; empty: the system's.</summary>
    public string? SslCaLocation { get; set; }

    /// <summary>Further settings of librdkafka by their own names; they win over everything here but what delivery depends on.</summary>
    public Dictionary<string, string> Settings { get; set; } = [];

    /// <summary>Whether missing topics are created at start. Off: a missing topic keeps the service from starting.</summary>
    public bool CreateTopics { get; set; } = true;

    /// <summary>How many brokers keep each partition of a topic that is created here; -1: what the brokers say.</summary>
    public short ReplicationFactor { get; set; } = -1;

    /// <summary>How long topics that are created here keep records.</summary>
    [TimeRange(AtLeast = "00:00:01")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The largest record the log takes, in bytes.</summary>
    public int MaxRecordBytes { get; set; } = Events.EnvelopeLimits.MaxBytes;

    /// <summary>A member whose heartbeats stop for so long is taken for dead and loses its partitions.</summary>
    [TimeRange(AtLeast = "00:00:01")]
    public TimeSpan SessionTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>A member that does not poll for so long (its database is away, or it hangs) leaves its partitions to others.</summary>
    [TimeRange(AtLeast = "00:00:01")]
    public TimeSpan MaxPollInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a publication may wait for its acknowledgement before the log counts as away.</summary>
    [TimeRange(AtLeast = "00:00:01")]
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one request to a broker may take. A request of a publication or a poll is repeated; nothing is lost by it.</summary>
    [TimeRange(AtLeast = "00:00:01")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The first thing that is wrong with these options, in one sentence; null when they may be used.</summary>
    public string? Problem => Validate().FirstOrDefault();

    /// <summary>What is wrong with these options, one sentence each; empty when they may be used.</summary>
    public IEnumerable<string> Validate()
    {
        if (string.IsNullOrWhiteSpace(BootstrapServers))
        {
            yield return "Kafka:BootstrapServers must name at least one broker as host:port.";
        }
        if (!Enum.TryParse<Confluent.Kafka.SecurityProtocol>(SecurityProtocol, ignoreCase: true, out _))
        {
            yield return "Kafka:SecurityProtocol must be Plaintext, Ssl, SaslPlaintext or SaslSsl.";
        }
        if (!Enum.TryParse<Confluent.Kafka.SaslMechanism>(SaslMechanism, ignoreCase: true, out _))
        {
            yield return "Kafka:SaslMechanism must be Plain, ScramSha256 or ScramSha512.";
        }
        var sasl = SecurityProtocol.StartsWith("Sasl", StringComparison.OrdinalIgnoreCase);
        if (sasl && (string.IsNullOrEmpty(SaslUsername) || string.IsNullOrEmpty(SaslPassword)))
        {
            yield return "Kafka:SaslUsername and Kafka:SaslPassword must be set where Kafka:SecurityProtocol asks for SASL.";
        }
        if (SslCaLocation is { Length: > 0 } && !File.Exists(SslCaLocation))
        {
            yield return "Kafka:SslCaLocation names a file that is not there.";
        }
        foreach (var fault in OptionRanges.Faults(this, "Kafka:"))
        {
            yield return fault;
        }
        if (MaxPollInterval < SessionTimeout)
        {
            yield return "Kafka:MaxPollInterval must not be below SessionTimeout.";
        }
    }
}
