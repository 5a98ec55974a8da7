using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>
/// The log on Apache Kafka: an idempotent producer that waits for every replica's acknowledgement, and co-partitioned consumer groups whose
/// offsets move only after the database has committed.
/// </summary>
public sealed class KafkaLog : ILog, IAsyncDisposable
{
    readonly KafkaLogOptions _options;
    readonly KafkaTopics _topics;
    readonly KafkaPublisher _publisher;

    /// <summary>Prepares the log; it connects with the first call.</summary>
    /// <param name="options">Where the brokers are and how the log behaves.</param>
    /// <exception cref="ArgumentException">The options cannot be used, or not on this machine.</exception>
    public KafkaLog(KafkaLogOptions options)
    {
        if (options.Problem is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }
        _options = options;
        _topics = new KafkaTopics(options);
        _publisher = new KafkaPublisher(options);
    }

    /// <inheritdoc/>
    public string SystemName => "kafka";

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => _topics.Warnings;

    /// <inheritdoc/>
    public Task EnsureTopicsAsync(IReadOnlyCollection<string> topics, int partitions, CancellationToken cancellationToken) =>
        _topics.EnsureAsync(topics, partitions, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RefusedRecord>> PublishAsync(IReadOnlyList<OutgoingRecord> records, CancellationToken cancellationToken)
    {
        var topics = await _topics.FindAsync(records.Select(record => record.Topic), cancellationToken);
        var refused = new List<RefusedRecord>();
        var good = new List<(int, OutgoingRecord)>(records.Count);
        for (var i = 0; i < records.Count; i++)
        {
            if (RefusalOf(records[i], topics) is { } reason)
            {
                refused.Add(new(i, reason));
            }
            else
            {
                good.Add((i, records[i]));
            }
        }
        if (good.Count > 0)
        {
            refused.AddRange(await PublishAsync(good, cancellationToken));
        }
        return refused;
    }

    /// <inheritdoc/>
    public ILogConsumer Join(string group, IReadOnlyCollection<string> topics) => new KafkaLogConsumer(_options, group, topics);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogPosition>> EndOffsetsAsync(IReadOnlyCollection<string> topics, CancellationToken cancellationToken) =>
        _topics.EndOffsetsAsync(topics, cancellationToken);

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) => _topics.PingAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _publisher.Dispose();
        _topics.Dispose();
        return ValueTask.CompletedTask;
    }

    async Task<IReadOnlyList<RefusedRecord>> PublishAsync(List<(int, OutgoingRecord)> records, CancellationToken cancellationToken)
    {
        try
        {
            return await _publisher.PublishAsync(records, cancellationToken);
        }
        catch (LogUnavailableException exception) when (KafkaFaults.IsUnknownTopic(exception.InnerException))
        {
            _topics.Forget();
            throw;
        }
    }

    string? RefusalOf(OutgoingRecord record, IReadOnlyDictionary<string, int> topics)
    {
        if (!topics.ContainsKey(record.Topic))
        {
            return "The log has no such topic.";
        }
        return record.Body.Length > _options.MaxRecordBytes
            ? $"The record has {record.Body.Length} bytes; the log takes {_options.MaxRecordBytes}."
            : null;
    }
}
