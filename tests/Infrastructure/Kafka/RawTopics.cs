using System.Text;
using Confluent.Kafka;
using Phase1.Messaging.Kafka;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure.Services;
using Shouldly;

namespace Phase1.Tests.Infrastructure.Kafka;

/// <summary>The topics as they stand on the brokers, read with the bare client, past the code under test. Names come and go without the prefix.</summary>
public sealed class RawTopics(string bootstrapServers, string prefix) : ILogSource
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Everything on the topics, as it was appended in time.</summary>
    public Task<IReadOnlyList<LogRecord>> ReadAsync(IReadOnlyCollection<string> topics, CancellationToken cancellationToken) =>
        Task.Run(() => Read(topics), cancellationToken);

    /// <summary>How many partitions of the topics hold something that the group has not put behind it.</summary>
    public Task<long> UnreadAsync(string group, IReadOnlyCollection<string> topics, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                using var client = Client(prefix + group);
                var partitions = Partitions(client, topics);
                var stored = client.Committed(partitions, Patience).ToDictionary(at => at.TopicPartition, at => Math.Max(0, at.Offset.Value));
                return (long)partitions.Count(partition => End(client, partition) > stored[partition]);
            },
            cancellationToken
        );

    /// <summary>The next offset of every partition that has one.</summary>
    public Task<IReadOnlyList<(string Topic, int Partition, long Next)>> EndsAsync(
        IReadOnlyCollection<string> topics,
        CancellationToken cancellationToken
    ) =>
        Task.Run<IReadOnlyList<(string, int, long)>>(
            () =>
            {
                using var client = Client("none");
                return [.. Partitions(client, topics).Select(p => (p.Topic[prefix.Length..], p.Partition.Value, End(client, p)))];
            },
            cancellationToken
        );

    /// <summary>The node that leads a partition.</summary>
    public int LeaderOf(string topic, int partition)
    {
        using var client = Client("none");
        using var admin = new DependentAdminClientBuilder(client.Handle).Build();
        return admin.GetMetadata(prefix + topic, Patience).Topics.Single().Partitions.Single(p => p.PartitionId == partition).Leader;
    }

    IReadOnlyList<LogRecord> Read(IReadOnlyCollection<string> topics)
    {
        using var client = Client("none");
        var ends = Partitions(client, topics).ToDictionary(partition => partition, partition => End(client, partition));
        var open = ends.Where(end => end.Value > 0).Select(end => end.Key).ToHashSet();
        client.Assign(open.Select(partition => new TopicPartitionOffset(partition, Offset.Beginning)));
        var read = new List<(long At, LogRecord Record)>();
        while (open.Count > 0)
        {
            var next = client.Consume(Patience) ?? throw new TimeoutException($"{open.Count} partitions do not come to their end.");
            var (message, place) = (next.Message, next.TopicPartition);
            if (next.Offset >= ends[place])
            {
                continue;
            }
            var key = message.Key is null ? null : Encoding.UTF8.GetString(message.Key);
            var headers = RecordHeaderJson.Write(message.Headers);
            read.Add(
                (
                    message.Timestamp.UnixTimestampMs,
                    new(next.Topic[prefix.Length..], place.Partition, next.Offset, key, message.Value ?? [], headers)
                )
            );
            if (next.Offset + 1 == ends[place])
            {
                open.Remove(place);
            }
        }
        return
        [
            .. read.OrderBy(r => r.At).ThenBy(r => r.Record.Partition).ThenBy(r => r.Record.Offset).Select(r => r.Record),
        ];
    }

    static long End(IConsumer<byte[]?, byte[]?> client, TopicPartition partition) => client.QueryWatermarkOffsets(partition, Patience).High;

    List<TopicPartition> Partitions(IConsumer<byte[]?, byte[]?> client, IReadOnlyCollection<string> topics)
    {
        using var admin = new DependentAdminClientBuilder(client.Handle).Build();
        var wanted = topics.Select(topic => prefix + topic).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. admin
                .GetMetadata(Patience)
                .Topics.Where(topic => wanted.Contains(topic.Topic))
                .SelectMany(topic => topic.Partitions.Select(partition => new TopicPartition(topic.Topic, partition.PartitionId))),
        ];
    }

    IConsumer<byte[]?, byte[]?> Client(string group)
    {
        Librdkafka.Problem.ShouldBeNull();
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
