using System.Globalization;

namespace Phase1.Servers.Kafka;

/// <summary>One private cluster in a temporary folder, run by the tool; it is gone with the process, at the latest when the next one starts.</summary>
public sealed class KafkaCluster : IAsyncDisposable
{
    const string Kind = "kafka";

    // Three nodes take three ports each, in steps of ten.
    const int PortRow = 30;

    static readonly Lazy<Task<KafkaTool>> QuickTool = new(PrepareToolAsync);

    readonly KafkaTool _tool;
    readonly TemporaryFolder _folder;
    bool _disposed;

    KafkaCluster(KafkaTool tool, bool inMemory)
    {
        _tool = tool;
        _folder = TemporaryFolder.Claim(Kind, inMemory);
        AppDomain.CurrentDomain.ProcessExit += EndWithProcess;
    }

    public string BootstrapServers { get; private set; } = "";

    public string Folder => _folder.Path;

    /// <summary>The process of the first node.</summary>
    public int ProcessId => int.Parse(File.ReadAllText(Path.Combine(Folder, "node-1", "pid")).Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>A cluster that starts quickly, with files in memory where there is room.</summary>
    /// <param name="options">What the tool's start command takes, as in <c>--nodes 3</c>.</param>
    public static async Task<KafkaCluster> StartQuickAsync(params string[] options) =>
        await StartAsync(await QuickTool.Value, inMemory: true, options);

    /// <summary>A cluster as in production, for what is measured: its files lie on the disk.</summary>
    public static Task<KafkaCluster> StartMeasuredAsync() => StartAsync(new(Program, ToolEnvironment.Ordinary), inMemory: false);

    internal static async Task<KafkaCluster> StartAsync(KafkaTool tool, bool inMemory, params string[] options)
    {
        foreach (var leftover in TemporaryFolder.Leftovers(Kind))
        {
            Delete(tool, leftover);
        }
        var cluster = new KafkaCluster(tool, inMemory);
        var port = FreePort.NextRow(PortRow).ToString(CultureInfo.InvariantCulture);
        cluster.BootstrapServers = (await tool.RunAsync("start", cluster.Folder, ["--port", port, .. options])).Trim();
        return cluster;
    }

    static string Program => KafkaTool.Path ?? throw new ServerException($"{KafkaTool.Variable} names no tool.");

    /// <summary>Runs one of the tool's commands on this cluster, and waits for its end.</summary>
    public Task DoAsync(string command, params string[] options) => _tool.RunAsync(command, Folder, options);

    public ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithProcess;
        End();
        return ValueTask.CompletedTask;
    }

    void EndWithProcess(object? sender, EventArgs e) => End();

    void End()
    {
        if (!_disposed)
        {
            _disposed = true;
            Delete(_tool, _folder);
        }
    }

    static async Task<KafkaTool> PrepareToolAsync()
    {
        var program = Program;
        return new(program, await ToolEnvironment.QuickAsync(program));
    }

    static void Delete(KafkaTool tool, TemporaryFolder folder)
    {
        tool.Delete(folder.Path);
        folder.Dispose();
    }
}
