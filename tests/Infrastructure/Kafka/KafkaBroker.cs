namespace Phase1.Tests.Infrastructure.Kafka;

/// <summary>
/// A real Kafka for tests: the brokers that PHASE1_TEST_KAFKA names, else a private one, run by the tool that PHASE1_TEST_KAFKA_TOOL names
/// (its commands: start, stop, kill, pause, resume, delete). Without either the tests that need it are skipped and say so.
/// </summary>
public sealed class KafkaBroker : IAsyncDisposable
{
    /// <summary>The environment variable that names brokers to use.</summary>
    public const string Variable = "PHASE1_TEST_KAFKA";

    /// <summary>The environment variable that names the tool that runs a private broker.</summary>
    public const string ToolVariable = "PHASE1_TEST_KAFKA_TOOL";

    static readonly Lazy<Task<KafkaBroker>> Shared = new(OpenSharedAsync);
    readonly KafkaTool? _tool;

    KafkaBroker(string bootstrapServers, KafkaTool? tool)
    {
        BootstrapServers = bootstrapServers;
        _tool = tool;
    }

    /// <summary>Why there is no broker; null when there is one.</summary>
    public static string? Missing => Given is null && Tool is null ? $"No Kafka: neither {Variable} nor {ToolVariable} is set." : null;

    public string BootstrapServers { get; }

    /// <summary>The one broker that all tests of this process share, started at the first call. Do not stop it.</summary>
    public static Task<KafkaBroker> SharedAsync() => Shared.Value;

    /// <summary>Brokers of the caller's own, which it may stop, kill and pause without harm to others.</summary>
    public static async Task<KafkaBroker> StartPrivateAsync(params string[] options)
    {
        var tool = new KafkaTool(Tool ?? throw new InvalidOperationException($"{ToolVariable} is not set."));
        return new KafkaBroker(await tool.StartAsync(options), tool);
    }

    /// <summary>Runs one of the tool's commands on a private broker, and waits for its end.</summary>
    public Task DoAsync(string command, params string[] options) =>
        (_tool ?? throw new InvalidOperationException($"The brokers that {Variable} names are not ours to {command}.")).RunAsync(
            command,
            options
        );

    public async ValueTask DisposeAsync()
    {
        if (_tool is not null)
        {
            await _tool.DisposeAsync();
        }
    }

    static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    static string? Tool => Environment.GetEnvironmentVariable(ToolVariable) is { Length: > 0 } tool ? tool : null;

    static async Task<KafkaBroker> OpenSharedAsync()
    {
        if (Given is { } given)
        {
            Console.Error.WriteLine($"Kafka for the tests: {given}, named by {Variable}.");
            return new KafkaBroker(given, tool: null);
        }
        var broker = await StartPrivateAsync();
        Console.Error.WriteLine("Kafka for the tests: a private broker.");
        return broker;
    }
}
