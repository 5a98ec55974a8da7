using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Phase1.Messaging.Kafka;
using Phase1.Tests.Infrastructure.Engine;
using Shouldly;

namespace Phase1.Tests.Infrastructure.Kafka;

/// <summary>Topics and groups of one test's own on shared brokers: their names begin with its prefix, and they are gone when it ends.</summary>
public sealed class KafkaRoom : IAsyncDisposable
{
    KafkaRoom(KafkaBroker broker)
    {
        BootstrapServers = broker.BootstrapServers;
        Topics = new RawTopics(BootstrapServers, Prefix);
    }

    public string BootstrapServers { get; }

    /// <summary>Before every topic's and group's name.</summary>
    public string Prefix { get; } = $"t{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}.";

    /// <summary>Reads the topics past the code under test.</summary>
    public RawTopics Topics { get; }

    /// <param name="broker">Brokers of the test's own when they are to be stopped; else the shared one.</param>
    public static async Task<KafkaRoom> OpenAsync(KafkaBroker? broker = null) => new(broker ?? await KafkaBroker.SharedAsync());

    /// <summary>The log's options for this room: a lost member is noticed soon, and a busy machine's broker may take its time.</summary>
    public KafkaLogOptions Options(Action<KafkaLogOptions>? configure = null)
    {
        var options = new KafkaLogOptions
        {
            BootstrapServers = BootstrapServers,
            SessionTimeout = TimeSpan.FromSeconds(2),
            PublishTimeout = TimeSpan.FromMinutes(1),
            RequestTimeout = TimeSpan.FromSeconds(30),
        };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>How many living members a group has; its name without the prefix. Null while its coordinator does not say, as before the first join.</summary>
    public async Task<int?> MembersOfAsync(string group)
    {
        using var admin = Admin();
        try
        {
            var answer = await admin.DescribeConsumerGroupsAsync([Prefix + group], new() { RequestTimeout = TimeSpan.FromSeconds(10) });
            return answer.ConsumerGroupDescriptions.Single().Members.Count;
        }
        catch (KafkaException)
        {
            return null;
        }
    }

    /// <summary>Creates a topic as an operator may have made it; its name has the prefix.</summary>
    public async Task CreateTopicAsync(TopicSpecification topic)
    {
        using var admin = Admin();
        await admin.CreateTopicsAsync([topic]);
    }

    /// <summary>Deletes a topic under whoever uses it; its name without the prefix.</summary>
    public async Task DeleteTopicAsync(string topic)
    {
        using var admin = Admin();
        await admin.DeleteTopicsAsync([Prefix + topic]);
    }

    /// <summary>Deletes the records of a partition before an offset, as the retention does; the topic's name without the prefix.</summary>
    public async Task DeleteRecordsAsync(string topic, int partition, long before)
    {
        using var admin = Admin();
        await admin.DeleteRecordsAsync([new TopicPartitionOffset(Prefix + topic, partition, before)]);
    }

    /// <summary>Has a group without members begin again from the first record.</summary>
    public async Task ForgetOffsetsAsync(string group)
    {
        using var admin = Admin();
        await admin.DeleteGroupsAsync([Prefix + group]);
    }

    public async ValueTask DisposeAsync()
    {
        Topics.Dispose();
        using var admin = Admin();
        try
        {
            var topics = admin.GetMetadata(Eventually.Patience).Topics.Select(topic => topic.Topic).Where(IsOurs).ToList();
            if (topics.Count > 0)
            {
                await admin.DeleteTopicsAsync(topics);
            }
            var groups = (await admin.ListConsumerGroupsAsync()).Valid.Select(group => group.GroupId).Where(IsOurs).ToList();
            if (groups.Count > 0)
            {
                await admin.DeleteGroupsAsync(groups);
            }
        }
        catch (KafkaException)
        {
            // Brokers that a test left stopped take everything with them, and a group with a dying member goes by itself.
        }
    }

    bool IsOurs(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    IAdminClient Admin()
    {
        return new AdminClientBuilder(new AdminClientConfig { BootstrapServers = BootstrapServers }).SetLogHandler((_, _) => { }).Build();
    }
}
