namespace Phase1.Messaging.Kafka;

/// <summary>
/// What MassTransit's users say inside <c>UsingKafka</c>. There a topic endpoint reads one topic; here one endpoint reads all topics of the
/// service, because the facts of one batch must meet in one worker.
/// </summary>
public sealed class KafkaConfigurator
{
    internal KafkaLogOptions Options { get; } = new();

    /// <summary>Names the brokers.</summary>
    /// <param name="servers">Comma-separated host:port pairs; one that answers is enough to find the others.</param>
    /// <param name="configure">How to be let in.</param>
    public void Host(string servers, Action<KafkaHostConfigurator>? configure = null)
    {
        Options.BootstrapServers = servers;
        configure?.Invoke(new KafkaHostConfigurator(Options));
    }

    /// <summary>Says how the service's topics are read.</summary>
    /// <param name="configure">The endpoint's settings.</param>
    public void TopicEndpoints(Action<TopicEndpointConfigurator> configure) => configure(new TopicEndpointConfigurator(Options));

    /// <summary>Sets a setting of librdkafka by its own name.</summary>
    /// <param name="name">As in <c>client.rack</c>.</param>
    /// <param name="value">Its value; what delivery depends on cannot be changed.</param>
    public void Set(string name, string value) => Options.Settings[name] = value;
}

/// <summary>How the brokers let this service in.</summary>
public sealed class KafkaHostConfigurator
{
    readonly KafkaLogOptions _options;
    bool _ssl;
    bool _sasl;

    internal KafkaHostConfigurator(KafkaLogOptions options) => _options = options;

    /// <summary>Speaks TLS.</summary>
    /// <param name="caLocation">A PEM file with the certificates that may sign the brokers'; null: the system's.</param>
    public void UseSsl(string? caLocation = null)
    {
        _ssl = true;
        _options.SslCaLocation = caLocation;
        ChooseProtocol();
    }

    /// <summary>Logs in.</summary>
    /// <param name="mechanism">Plain, ScramSha256 or ScramSha512.</param>
    /// <param name="username">Who.</param>
    /// <param name="password">The password.</param>
    public void UseSasl(string mechanism, string username, string password)
    {
        _sasl = true;
        _options.SaslMechanism = mechanism;
        _options.SaslUsername = username;
        _options.SaslPassword = password;
        ChooseProtocol();
    }

    void ChooseProtocol() =>
        _options.SecurityProtocol = (_sasl, _ssl) switch
        {
            (true, true) => "SaslSsl",
            (true, false) => "SaslPlaintext",
            (false, true) => "Ssl",
            _ => "Plaintext",
        };
}

/// <summary>How the service's one endpoint reads its topics.</summary>
public sealed class TopicEndpointConfigurator
{
    readonly KafkaLogOptions _options;

    internal TopicEndpointConfigurator(KafkaLogOptions options) => _options = options;

    /// <summary>A member whose heartbeats stop for so long is taken for dead and loses its partitions.</summary>
    public TimeSpan SessionTimeout
    {
        get => _options.SessionTimeout;
        set => _options.SessionTimeout = value;
    }

    /// <summary>A member that does not poll for so long leaves its partitions to others.</summary>
    public TimeSpan MaxPollInterval
    {
        get => _options.MaxPollInterval;
        set => _options.MaxPollInterval = value;
    }

    /// <summary>Whether missing topics are created at start; their partition count is the engine's (MessagingOptions.Partitions).</summary>
    /// <param name="create">False: a missing topic keeps the service from starting.</param>
    /// <param name="replicationFactor">How many brokers keep each partition; -1: what the brokers say.</param>
    public void CreateIfMissing(bool create = true, short replicationFactor = -1)
    {
        _options.CreateTopics = create;
        _options.ReplicationFactor = replicationFactor;
    }
}
