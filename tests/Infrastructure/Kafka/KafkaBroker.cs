using System.Globalization;
using Phase1.Servers.Kafka;

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

    /// <summary>Why there is no broker at all; null when there is one.</summary>
    public static string? Missing => Given is null && Tool is null ? $"No Kafka: neither {Variable} nor {ToolVariable} is set." : null;

    /// <summary>Why there is no broker that may be stopped; null when there can be one.</summary>
    public static string? PrivateMissing => Tool is null ? $"No Kafka that may be stopped: {ToolVariable} is not set." : null;

    public string BootstrapServers { get; }

    /// <summary>The folder of a private cluster.</summary>
    public string Folder => Own("look into").Folder;

    /// <summary>The process of a private cluster's first node.</summary>
    public int ProcessId => int.Parse(File.ReadAllText(Path.Combine(Folder, "node-1", "pid")).Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>The one broker that all tests of this process share, started at the first call. Do not stop it.</summary>
    public static Task<KafkaBroker> SharedAsync() => Shared.Value;

    /// <summary>Brokers of the caller's own, which it may stop, kill and pause without harm to others.</summary>
    /// <param name="options">What the tool's start command takes, as in <c>--nodes 3</c>.</param>
    public static async Task<KafkaBroker> StartPrivateAsync(params string[] options)
    {
        var path = Tool ?? throw new InvalidOperationException($"{ToolVariable} is not set.");
        KafkaTool.RemoveLeftovers(path);
        var tool = new KafkaTool(path);
        return new KafkaBroker(await tool.StartAsync(options), tool);
    }

    /// <summary>Runs one of the tool's commands on a private broker, and waits for its end.</summary>
    public Task DoAsync(string command, params string[] options) => Own(command).RunAsync(command, options);

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

    KafkaTool Own(string doing) =>
        _tool ?? throw new InvalidOperationException($"The brokers that {Variable} names are not ours to {doing}.");
}
