using System.Collections.Concurrent;
using System.Text;
using Confluent.Kafka;
using Phase1.Messaging.Kafka;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;
using Shouldly;

namespace Phase1.Tests.Infrastructure.Kafka;

/// <summary>The topics as they stand on the brokers, read with the bare client, past the code under test. Names come and go without the prefix.</summary>
public sealed class RawTopics(string bootstrapServers, string prefix) : ILogSource, IDisposable
{
    const string Nobody = "nobody";

    // Tests ask again and again while they wait: each group is asked through one connection.
    readonly ConcurrentDictionary<string, Lazy<IConsumer<byte[]?, byte[]?>>> _clients = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, TopicPartition[]> _partitions = new(StringComparer.Ordinal);

    /// <summary>Everything on the topics, as it was appended in time.</summary>
    public async Task<IReadOnlyList<LogRecord>> ReadAsync(IReadOnlyCollection<string> topics, CancellationToken cancellationToken) =>
        [.. (await ReadWithHeadersAsync(topics, cancellationToken)).Select(read => read.Record)];

    internal Task<IReadOnlyList<(LogRecord Record, Headers Headers)>> ReadWithHeadersAsync(
        IReadOnlyCollection<string> topics,
        CancellationToken cancellationToken
    ) => Task.Run(() => Read(topics), cancellationToken);

    /// <summary>How many partitions of the topics hold something that the group has not put behind it.</summary>
    public Task<long> UnreadAsync(string group, IReadOnlyCollection<string> topics, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                var stored = NewlyChosen.Ask(Asking(group), (client, within) => client.Committed(Partitions(topics), within));
                return stored.LongCount(at => End(at.TopicPartition) > Math.Max(0, at.Offset.Value));
            },
            cancellationToken
        );

    /// <summary>The next offset of every partition.</summary>
    public Task<IReadOnlyList<(string Topic, int Partition, long Next)>> EndsAsync(
        IReadOnlyCollection<string> topics,
        CancellationToken cancellationToken
    ) =>
        Task.Run<IReadOnlyList<(string, int, long)>>(
            () => [.. Partitions(topics).Select(p => (p.Topic[prefix.Length..], p.Partition.Value, End(p)))],
            cancellationToken
        );

    /// <summary>The node that leads a partition.</summary>
    public int LeaderOf(string topic, int partition)
    {
        using var admin = new DependentAdminClientBuilder(Asking(Nobody).Handle).Build();
        return admin
            .GetMetadata(prefix + topic, Eventually.Patience)
            .Topics.Single()
            .Partitions.Single(p => p.PartitionId == partition)
            .Leader;
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Value.Dispose();
        }
    }

    IReadOnlyList<(LogRecord Record, Headers Headers)> Read(IReadOnlyCollection<string> topics)
    {
        var ends = Partitions(topics).ToDictionary(partition => partition, End);
        var open = ends.Where(end => end.Value > 0).Select(end => end.Key).ToHashSet();
        using var client = Open(Nobody);
        client.Assign(open.Select(partition => new TopicPartitionOffset(partition, Offset.Beginning)));
        var read = new List<(long At, LogRecord Record, Headers Headers)>();
        while (open.Count > 0)
        {
            var next =
                client.Consume(Eventually.Patience) ?? throw new TimeoutException($"{open.Count} partitions do not come to their end.");
            if (next.Offset < ends[next.TopicPartition])
            {
                read.Add((next.Message.Timestamp.UnixTimestampMs, RecordOf(next), next.Message.Headers));
            }
            if (next.Offset + 1 >= ends[next.TopicPartition])
            {
                open.Remove(next.TopicPartition);
            }
        }
        return [.. read.OrderBy(r => r.At).ThenBy(r => r.Record.Partition).ThenBy(r => r.Record.Offset).Select(r => (r.Record, r.Headers))];
    }

    LogRecord RecordOf(ConsumeResult<byte[]?, byte[]?> read) =>
        new(
            read.Topic[prefix.Length..],
            read.Partition,
            read.Offset,
            read.Message.Key is { } key ? Encoding.UTF8.GetString(key) : null,
            read.Message.Value ?? []
        );

    long End(TopicPartition partition) =>
        NewlyChosen.Ask(Asking(Nobody), (client, within) => client.QueryWatermarkOffsets(partition, within).High);

    TopicPartition[] Partitions(IReadOnlyCollection<string> topics) => [.. topics.SelectMany(topic => _partitions.GetOrAdd(topic, Ask))];

    TopicPartition[] Ask(string topic)
    {
        using var admin = new DependentAdminClientBuilder(Asking(Nobody).Handle).Build();
        var found = admin.GetMetadata(prefix + topic, Eventually.Patience).Topics.Single();
        return [.. found.Partitions.Select(partition => new TopicPartition(found.Topic, partition.PartitionId))];
    }

    IConsumer<byte[]?, byte[]?> Asking(string group) => _clients.GetOrAdd(group, name => new(() => Open(prefix + name))).Value;

    IConsumer<byte[]?, byte[]?> Open(string group)
    {
        var settings = new ConsumerConfig
        {
            BootstrapServers = bootstrapServers,
            GroupId = group,
            EnableAutoCommit = false,
            FetchWaitMaxMs = 20,
        };
        return new ConsumerBuilder<byte[]?, byte[]?>(settings).SetLogHandler((_, _) => { }).SetErrorHandler((_, _) => { }).Build();
    }
}
