using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>The settings of a service in a test: short pauses, so that nobody waits.</summary>
public static class TestSettings
{
    public static Dictionary<string, string?> For(string database, string log) =>
        new(Shared(database)) { ["ConnectionStrings:Log"] = $"{log};Maximum Pool Size=10" };

    public static Dictionary<string, string?> OnKafka(string database, KafkaNamespace kafka) =>
        new(Shared(database))
        {
            ["Messaging:Transport"] = "Kafka",
            ["Messaging:TopicPrefix"] = kafka.Prefix,
            // A partition is a file or two for the broker, and every suite has topics of its own.
            ["Messaging:Partitions"] = "4",
            ["Kafka:BootstrapServers"] = kafka.BootstrapServers,
            ["Kafka:SessionTimeout"] = "00:00:10",
            ["Kafka:PublishTimeout"] = "00:00:05",
        };

    /// <summary>Beside others: who waits is woken, and does not look by himself.</summary>
    public static Dictionary<string, string?> WithoutIdleLooks { get; } =
        new()
        {
            ["Messaging:PollWait"] = "00:01:00",
            ["Messaging:RelayInterval"] = "00:01:00",
            ["Log:PollInterval"] = "00:01:00",
            ["Log:RebalanceInterval"] = "00:01:00",
            ["Log:SessionTimeout"] = "00:05:00",
        };

    /// <summary>Of a school that does without language models: the Portal then shows nothing of them.</summary>
    public static Dictionary<string, string?> WithoutModels { get; } = new() { ["Services:ModelGateway"] = "" };

    static Dictionary<string, string?> Shared(string database) =>
        new()
        {
            ["ConnectionStrings:Database"] = $"{database};Maximum Pool Size=20",
            ["Messaging:PollWait"] = "00:00:00.050",
            ["Messaging:RelayInterval"] = "00:00:00.020",
            ["Messaging:ShortestBackOff"] = "00:00:00.020",
            ["Messaging:LongestBackOff"] = "00:00:00.200",
            ["Services:BatchOrchestrator"] = "http://batch-orchestrator.test",
            ["Services:EssayLifecycle"] = "http://essay-lifecycle.test",
            ["Services:Nlp"] = "http://nlp.test",
            ["Services:ClassManagement"] = "http://class-management.test",
            ["Services:FileIntake"] = "http://file-intake.test",
            ["Services:ModelGateway"] = "http://model-gateway.test",
            // NLP asks where a test says so.
            ["Matching:AskGateway"] = "false",
        };
}
