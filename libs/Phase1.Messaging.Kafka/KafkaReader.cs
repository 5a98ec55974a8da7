using Confluent.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>Reads topics from their beginning to their end, as a member of no group: for tools that look at the log and take no part in it.</summary>
public sealed class KafkaReader
{
    // The client wants a name for a group even where none is joined.
    const string Nobody = "phase1.reader";

    // An empty partition says so after one such wait; there are many of them.
    const int FetchWaitMs = 50;

    readonly ClientWords _words = new();
    readonly KafkaLogOptions _options;

    /// <summary>Prepares the reader; it connects with the first call.</summary>
    /// <param name="options">Where the brokers are.</param>
    /// <exception cref="ArgumentException">The options cannot be used, or not on this machine.</exception>
    public KafkaReader(KafkaLogOptions options)
    {
        if (options.Problem is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }
        _options = options;
    }

    /// <summary>Everything that the topics hold now; each partition's records in their order. Topics that are not there hold nothing.</summary>
    /// <param name="topics">Full names.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="LogUnavailableException">The brokers are away.</exception>
    public Task<IReadOnlyList<LogRecord>> ReadAsync(IReadOnlyCollection<string> topics, CancellationToken cancellationToken) =>
        // The client blocks its thread while it waits.
        Task.Run<IReadOnlyList<LogRecord>>(() => Read(topics, cancellationToken), cancellationToken);

    List<LogRecord> Read(IReadOnlyCollection<string> topics, CancellationToken cancellationToken)
    {
        try
        {
            var open = Partitions(topics);
            using var client = Open();
            client.Assign(open.Select(partition => new TopicPartitionOffset(partition, Offset.Beginning)));
            var records = new List<LogRecord>();
            while (open.Count > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var next =
                    client.Consume(_options.RequestTimeout)
                    ?? throw new TimeoutException($"{open.Count} partitions do not come to their end.");
                if (next.IsPartitionEOF)
                {
                    open.Remove(next.TopicPartition);
                }
                else
                {
                    records.Add(KafkaRecord.Of(next));
                }
            }
            return records;
        }
        catch (Exception exception) when (KafkaFaults.IsClients(exception))
        {
            throw _words.Away("reading", exception);
        }
    }

    HashSet<TopicPartition> Partitions(IReadOnlyCollection<string> topics)
    {
        using var client = new AdminClientBuilder(ClientSettings.ForAdministration(_options))
            .SetErrorHandler((_, error) => _words.Hear(error))
            .SetLogHandler((_, message) => _words.Hear(message))
            .Build();
        return
        [
            .. client
                .GetMetadata(_options.RequestTimeout)
                .Topics.Where(topic => topics.Contains(topic.Topic))
                .SelectMany(topic => topic.Partitions.Select(partition => new TopicPartition(topic.Topic, partition.PartitionId))),
        ];
    }

    IConsumer<byte[]?, byte[]?> Open() =>
        new ConsumerBuilder<byte[]?, byte[]?>(
            new ConsumerConfig(ClientSettings.ForConsumer(_options, Nobody)) { EnablePartitionEof = true, FetchWaitMaxMs = FetchWaitMs }
        )
            .SetErrorHandler((_, error) => _words.Hear(error))
            .SetLogHandler((_, message) => _words.Hear(message))
            .Build();
}
