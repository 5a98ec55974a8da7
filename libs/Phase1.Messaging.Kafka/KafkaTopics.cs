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
    // How often the brokers are asked whether a new topic has its leaders.
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    readonly ConcurrentDictionary<string, int> _partitions = new(StringComparer.Ordinal);
    readonly Lock _opening = new();
    IAdminClient? _client;
    volatile Error? _refusal;

    /// <summary>Every topic with its partition count; the brokers are asked again only when one of the names is not known.</summary>
    /// <exception cref="LogUnavailableException">The brokers are away.</exception>
    public async Task<IReadOnlyDictionary<string, int>> FindAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        if (!names.All(_partitions.ContainsKey))
        {
            await RefreshAsync(cancellationToken);
        }
        return _partitions;
    }

    /// <summary>Creates what is missing and waits until every partition has a leader.</summary>
    /// <exception cref="InvalidOperationException">A topic has another number of partitions, or is missing and may not be created.</exception>
    /// <exception cref="LogUnavailableException">The brokers are away.</exception>
    public async Task EnsureAsync(IReadOnlyCollection<string> topics, int partitions, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        var missing = topics.Where(topic => !_partitions.ContainsKey(topic)).ToList();
        if (missing.Count > 0)
        {
            await CreateAsync(missing, partitions);
            await AppearAsync(missing, cancellationToken);
        }
        if (topics.FirstOrDefault(topic => _partitions[topic] != partitions) is { } odd)
        {
            throw new InvalidOperationException(
                $"Topic {odd} has {_partitions[odd]} partitions where {partitions} are wanted: "
                    + "records of one batch would no longer meet in one worker."
            );
        }
    }

    /// <summary>Asks the brokers for a sign of life.</summary>
    public Task PingAsync(CancellationToken cancellationToken) => RefreshAsync(cancellationToken);

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
            throw new InvalidOperationException(
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
            // Another service may have been quicker.
            var refused = exception.Results.Find(result => result.Error.IsError && result.Error.Code != ErrorCode.TopicAlreadyExists);
            if (refused is { Error.Code: ErrorCode.PolicyViolation or ErrorCode.InvalidReplicationFactor or ErrorCode.InvalidConfig })
            {
                throw new InvalidOperationException($"Topic {refused.Topic} cannot be created: {refused.Error.Code}.", exception);
            }
            if (refused is not null)
            {
                throw Trouble("creating topics", exception);
            }
        }
        catch (KafkaException exception)
        {
            throw Trouble("creating topics", exception);
        }
    }

    async Task AppearAsync(List<string> created, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (!created.All(_partitions.ContainsKey))
        {
            if (Stopwatch.GetElapsedTime(began) > options.RequestTimeout * 2)
            {
                throw new LogUnavailableException($"Topic {created[0]} has been created, and not every partition of it has a leader yet.");
            }
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
            await RefreshAsync(cancellationToken);
        }
    }

    async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The client blocks its thread while it waits.
            var metadata = await Task.Run(() => Client().GetMetadata(options.RequestTimeout), cancellationToken);
            foreach (var topic in metadata.Topics.Where(topic => !topic.Error.IsError && topic.Partitions.TrueForAll(p => p.Leader >= 0)))
            {
                _partitions[topic.Topic] = topic.Partitions.Count;
            }
        }
        catch (Exception exception) when (KafkaFaults.IsClients(exception))
        {
            throw Trouble("reading topics", exception);
        }
    }

    // Wrong credentials look like an absent broker to the call itself; the client says them aside.
    Exception Trouble(string doing, Exception exception) =>
        _refusal is { } refusal
            ? new InvalidOperationException($"The brokers refuse this service while {doing}: {refusal.Code}.", exception)
            : KafkaFaults.Away(doing, exception);

    IAdminClient Client()
    {
        lock (_opening)
        {
            return _client ??= new AdminClientBuilder(ClientSettings.ForAdministration(options))
                .SetErrorHandler((_, error) => _refusal = KafkaFaults.IsAuthentication(error.Code) ? error : null)
                .SetLogHandler((_, _) => { })
                .Build();
        }
    }
}
