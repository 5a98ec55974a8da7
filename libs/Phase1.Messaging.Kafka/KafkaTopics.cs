using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>Which topics the brokers have and with how many partitions; creates those that are missing.</summary>
sealed class KafkaTopics(KafkaLogOptions options) : IDisposable
{
    // After how long the brokers are asked whether new topics have their leaders, and after twice as long each further time: each answer lists every
    // partition, and while a suite starts many ask.
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan LongestGlance = TimeSpan.FromMilliseconds(400);

    // A readiness check waits less long than a start.
    static readonly TimeSpan PingPatience = TimeSpan.FromSeconds(2);

    static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<string, int> _partitions = new(StringComparer.Ordinal);
    readonly ClientWords _words = new();
    readonly Lock _opening = new();
    IAdminClient? _client;

    /// <summary>What the last <see cref="EnsureAsync"/> found that should be put right.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Every topic with its partition count; the brokers are asked again only when one of the names is not known.</summary>
    /// <exception cref="LogUnavailableException">The brokers are away.</exception>
    public async Task<IReadOnlyDictionary<string, int>> FindAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        if (!names.All(_partitions.ContainsKey))
        {
            try
            {
                await RefreshAsync(options.RequestTimeout, cancellationToken);
            }
            catch (Exception exception) when (KafkaFaults.IsClients(exception))
            {
                throw _words.Away("reading topics", exception);
            }
        }
        return _partitions;
    }

    /// <summary>Has the brokers asked again before the next publication.</summary>
    public void Forget() => _partitions.Clear();

    /// <summary>Creates what is missing and waits until every partition has a leader.</summary>
    /// <exception cref="LogRefusalException">
    /// A topic has another number of partitions, compacts, or is missing and may not be created, or the brokers refuse this service.
    /// </exception>
    /// <exception cref="LogUnavailableException">The brokers are away.</exception>
    public async Task EnsureAsync(IReadOnlyCollection<string> topics, int partitions, CancellationToken cancellationToken)
    {
        try
        {
            var led = await RefreshAsync(options.RequestTimeout, cancellationToken);
            var missing = topics.Where(topic => !_partitions.ContainsKey(topic)).ToList();
            if (missing.Count > 0)
            {
                await CreateAsync(missing, partitions);
            }
            await LeadersAsync(topics, led, cancellationToken);
            Warnings = await TopicSettings.CheckAsync(Client(), topics, options);
        }
        catch (Exception exception) when (KafkaFaults.IsClients(exception))
        {
            throw _words.AwayOrRefused("preparing topics", exception);
        }
        if (topics.FirstOrDefault(topic => _partitions[topic] != partitions) is { } odd)
        {
            throw new LogRefusalException(
                $"Topic {odd} has {_partitions[odd]} partitions where {partitions} are wanted: "
                    + "records of one batch would no longer meet in one worker."
            );
        }
    }

    /// <summary>Where the next record of each partition will stand.</summary>
    /// <exception cref="LogUnavailableException">The brokers are away.</exception>
    public async Task<IReadOnlyList<LogPosition>> EndOffsetsAsync(IReadOnlyCollection<string> topics, CancellationToken cancellationToken)
    {
        var known = await FindAsync(topics, cancellationToken);
        var ends = topics
            .Where(known.ContainsKey)
            .SelectMany(topic => Enumerable.Range(0, known[topic]).Select(partition => new TopicPartition(topic, new Partition(partition))))
            .Select(place => new TopicPartitionOffsetSpec { TopicPartition = place, OffsetSpec = OffsetSpec.Latest() })
            .ToList();
        try
        {
            var found = await Client().ListOffsetsAsync(ends, new() { RequestTimeout = PingPatience });
            return
            [
                .. found
                    .ResultInfos.Select(end => end.TopicPartitionOffsetError)
                    .Select(end => new LogPosition(end.Topic, end.Partition.Value, end.Offset.Value)),
            ];
        }
        catch (Exception exception) when (KafkaFaults.IsClients(exception))
        {
            throw _words.Away("asking where the partitions end", exception);
        }
    }

    /// <summary>Asks whether the brokers answer.</summary>
    /// <exception cref="LogUnavailableException">They give none, or refuse.</exception>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(PingPatience, cancellationToken);
        }
        catch (Exception exception) when (KafkaFaults.IsClients(exception))
        {
            throw _words.Away("asking for a sign of life", exception);
        }
    }

    public void Dispose()
    {
        lock (_opening)
        {
            _client?.Dispose();
            _client = null;
        }
    }

    async Task CreateAsync(List<string> missing, int partitions)
    {
        if (!options.CreateTopics)
        {
            throw new LogRefusalException(
                $"Topic {missing[0]} is missing ({missing.Count} in all), and Kafka:CreateTopics is off: create them with {partitions} partitions each."
            );
        }
        var specifications = missing.Select(topic => new TopicSpecification
        {
            Name = topic,
            NumPartitions = partitions,
            ReplicationFactor = options.ReplicationFactor,
            Configs = new()
            {
                ["retention.ms"] = ((long)options.Retention.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
                ["max.message.bytes"] = ClientSettings.FrameOf(options.MaxRecordBytes).ToString(CultureInfo.InvariantCulture),
            },
        });
        try
        {
            await Client().CreateTopicsAsync(specifications, new() { RequestTimeout = options.RequestTimeout });
        }
        catch (CreateTopicsException exception)
        {
            // Another service may have created it meanwhile.
            var refused = exception.Results.Find(result => result.Error.IsError && result.Error.Code != ErrorCode.TopicAlreadyExists);
            if (refused is { Error.Code: ErrorCode.PolicyViolation or ErrorCode.InvalidReplicationFactor or ErrorCode.InvalidConfig })
            {
                throw new LogRefusalException($"Topic {refused.Topic} cannot be created: {refused.Error.Reason}", exception);
            }
            if (refused is not null)
            {
                throw new KafkaException(refused.Error, exception);
            }
        }
    }

    async Task LeadersAsync(IReadOnlyCollection<string> topics, HashSet<string> led, CancellationToken cancellationToken)
    {
        var (began, pause) = (Stopwatch.GetTimestamp(), Glance);
        while (topics.FirstOrDefault(topic => !led.Contains(topic)) is { } leaderless)
        {
            if (Stopwatch.GetElapsedTime(began) > options.RequestTimeout * 2)
            {
                throw new LogUnavailableException($"Not every partition of topic {leaderless} has a leader.");
            }
            await Task.Delay(pause, TimeProvider.System, cancellationToken);
            pause = pause * 2 < LongestGlance ? pause * 2 : LongestGlance;
            led = await RefreshAsync(options.RequestTimeout, cancellationToken);
        }
    }

    // Returns the topics of which every partition has a leader.
    async Task<HashSet<string>> RefreshAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        // The client blocks its thread while it waits.
        var metadata = await Task.Run(() => Metadata(patience, cancellationToken), cancellationToken);
        var led = new HashSet<string>(StringComparer.Ordinal);
        foreach (var topic in metadata.Topics.Where(topic => topic.Partitions.Count > 0))
        {
            _partitions[topic.Topic] = topic.Partitions.Count;
            if (!topic.Error.IsError && topic.Partitions.TrueForAll(partition => partition.Leader >= 0))
            {
                led.Add(topic.Topic);
            }
        }
        _words.Forget();
        return led;
    }

    // In slices, because the client goes on asking brokers that have refused it already.
    Metadata Metadata(TimeSpan patience, CancellationToken cancellationToken)
    {
        for (var left = patience; ; left -= Slice)
        {
            try
            {
                return Client().GetMetadata(left < Slice ? left : Slice);
            }
            catch (KafkaException) when (left > Slice && !_words.AreRefusal)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    IAdminClient Client()
    {
        lock (_opening)
        {
            return _client ??= new AdminClientBuilder(ClientSettings.ForAdministration(options))
                .SetErrorHandler((_, error) => _words.Hear(error))
                .SetLogHandler((_, message) => _words.Hear(message))
                .Build();
        }
    }
}
