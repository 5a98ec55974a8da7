using System.Globalization;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>
/// How topics that somebody else has made keep their records. One that compacts is refused: of a batch's records it would keep the last alone. One that
/// forgets too early works as long as every service reads in time, so it is only warned of.
/// </summary>
static class TopicSettings
{
    const string Retention = "retention.ms";
    const string Size = "retention.bytes";
    const string Policy = "cleanup.policy";

    /// <summary>What should be put right, one sentence each.</summary>
    /// <exception cref="LogRefusalException">A topic compacts.</exception>
    public static async Task<IReadOnlyList<string>> CheckAsync(IAdminClient client, IEnumerable<string> topics, KafkaLogOptions options)
    {
        var asked = topics.Select(topic => new ConfigResource { Type = ResourceType.Topic, Name = topic });
        List<DescribeConfigsResult> settings;
        try
        {
            settings = await client.DescribeConfigsAsync(asked, new() { RequestTimeout = options.RequestTimeout });
        }
        catch (DescribeConfigsException refused) when (refused.Results.Exists(result => IsForbidden(result.Error.Code)))
        {
            return ["This service may not read the settings of its topics, so nobody has checked how long they keep records."];
        }
        if (settings.Find(topic => Text(topic, Policy).Contains("compact", StringComparison.Ordinal)) is { } compacted)
        {
            throw new LogRefusalException(
                $"Topic {compacted.ConfigResource.Name} is compacted ({Policy}): of the records of a batch all but the last would go."
            );
        }
        return
        [
            .. settings
                .Where(topic => Number(topic, Retention) is >= 0 and var kept && kept < options.Retention.TotalMilliseconds)
                .Select(IsShort),
            .. settings.Where(topic => Number(topic, Size) >= 0).Select(IsBounded),
        ];

        string IsShort(DescribeConfigsResult topic) =>
            $"Topic {topic.ConfigResource.Name} keeps records for {TimeSpan.FromMilliseconds(Number(topic, Retention))} where "
            + $"{options.Retention} are wanted (Kafka:Retention): a service that is down for longer loses some.";
    }

    static string IsBounded(DescribeConfigsResult topic) =>
        $"Topic {topic.ConfigResource.Name} keeps at most {Number(topic, Size)} bytes a partition ({Size}): a service that is behind may lose records.";

    static bool IsForbidden(ErrorCode code) => code is ErrorCode.TopicAuthorizationFailed or ErrorCode.ClusterAuthorizationFailed;

    static string Text(DescribeConfigsResult topic, string name) => topic.Entries.TryGetValue(name, out var entry) ? entry.Value : "";

    static long Number(DescribeConfigsResult topic, string name) =>
        long.TryParse(Text(topic, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
