using Phase1.Servers.Kafka;
using Phase1.Tests.Infrastructure.Containers;

namespace Phase1.Tests.Infrastructure.Kafka;

/// <summary>
/// A real Kafka for tests: the brokers that PHASE1_TEST_KAFKA names, else private ones, run by the tool that PHASE1_TEST_KAFKA_TOOL names or that
/// lies beside the checkout, else one in a container, where a Docker engine answers. Without any of them the tests that need one are skipped.
/// </summary>
public sealed class KafkaBroker : IAsyncDisposable
{
    /// <summary>The environment variable that names brokers to use.</summary>
    public const string Variable = "PHASE1_TEST_KAFKA";

    static readonly Lazy<Task<KafkaBroker>> Shared = new(OpenSharedAsync);
    readonly KafkaCluster? _cluster;

    KafkaBroker(string bootstrapServers, KafkaCluster? cluster)
    {
        BootstrapServers = bootstrapServers;
        _cluster = cluster;
    }

    /// <summary>Why there is no broker at all; null when there is one.</summary>
    public static string? Missing =>
        Given is null && KafkaTool.Path is null && !ContainerEngine.IsThere
            ? $"No Kafka: {Variable} names no brokers, {KafkaTool.Variable} no tool, and no Docker engine answers."
            : null;

    /// <summary>Why there is no broker that may be stopped; null when there can be one.</summary>
    public static string? PrivateMissing =>
        KafkaTool.Path is null ? $"No Kafka that may be stopped: {KafkaTool.Variable} names no tool that runs private brokers." : null;

    public string BootstrapServers { get; }

    /// <summary>The folder of a private cluster.</summary>
    public string Folder => Own("look into").Folder;

    /// <summary>The process of a private cluster's first node.</summary>
    public int ProcessId => Own("measure").ProcessId;

    /// <summary>The one broker that all tests of this process share, started at the first call. Do not stop it.</summary>
    public static Task<KafkaBroker> SharedAsync() => Shared.Value;

    /// <summary>Brokers of the caller's own, which it may stop, kill and pause without harm to others.</summary>
    /// <param name="options">What the tool's start command takes, as in <c>--nodes 3</c>.</param>
    public static async Task<KafkaBroker> StartPrivateAsync(params string[] options) => Of(await KafkaCluster.StartQuickAsync(options));

    /// <summary>A broker of the caller's own as in production, for what is measured.</summary>
    public static async Task<KafkaBroker> StartMeasuredAsync() => Of(await KafkaCluster.StartMeasuredAsync());

    /// <summary>Runs one of the tool's commands on a private broker, and waits for its end.</summary>
    public Task DoAsync(string command, params string[] options) => Own(command).DoAsync(command, options);

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    static KafkaBroker Of(KafkaCluster cluster) => new(cluster.BootstrapServers, cluster);

    static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    static async Task<KafkaBroker> OpenSharedAsync()
    {
        if (Given is { } given)
        {
            Console.Error.WriteLine($"Kafka for the tests: {given}, named by {Variable}.");
            return new KafkaBroker(given, cluster: null);
        }
        if (KafkaTool.Path is not null)
        {
            Console.Error.WriteLine("Kafka for the tests: a private broker.");
            return await StartPrivateAsync();
        }
        Console.Error.WriteLine("Kafka for the tests: a container.");
        var container = ContainerImages.Kafka();
        await container.StartAsync();
        return new KafkaBroker(container.GetBootstrapAddress(), cluster: null);
    }

    KafkaCluster Own(string doing) =>
        _cluster ?? throw new InvalidOperationException($"The tests' shared brokers are not ours to {doing}.");
}
