using System.Globalization;

namespace Phase1.Servers.Kafka;

/// <summary>One private cluster in a temporary folder, run by the tool; it is gone with the process, at the latest when the next one starts.</summary>
public sealed class KafkaCluster : IAsyncDisposable
{
    const string Kind = "kafka";

    // Three nodes take three ports each, in steps of ten.
    const int PortRow = 30;

    static readonly Dictionary<string, string> ToolEnvironment = new()
    {
        // A machine that does other things too may take its time.
        ["KAFKA_START_TIMEOUT"] = "240",
        // A broker that lives for a minute never earns back its optimising compiler: this halves what its start costs.
        ["JDK_JAVA_OPTIONS"] = "-XX:TieredStopAtLevel=1",
    };

    readonly KafkaTool _tool;
    readonly TemporaryFolder _folder = TemporaryFolder.Claim(Kind, inMemory: true);
    bool _disposed;

    KafkaCluster(KafkaTool tool)
    {
        _tool = tool;
        AppDomain.CurrentDomain.ProcessExit += EndWithProcess;
    }

    public string BootstrapServers { get; private set; } = "";

    public string Folder => _folder.Path;

    /// <summary>The process of the first node.</summary>
    public int ProcessId => int.Parse(File.ReadAllText(Path.Combine(Folder, "node-1", "pid")).Split(' ')[0], CultureInfo.InvariantCulture);

    /// <param name="options">What the tool's start command takes, as in <c>--nodes 3</c>.</param>
    public static async Task<KafkaCluster> StartAsync(params string[] options)
    {
        var tool = new KafkaTool(KafkaTool.Path ?? throw new ServerException($"{KafkaTool.Variable} names no tool."), ToolEnvironment);
        foreach (var leftover in TemporaryFolder.Leftovers(Kind))
        {
            Delete(tool, leftover);
        }
        var cluster = new KafkaCluster(tool);
        var port = FreePort.NextRow(PortRow).ToString(CultureInfo.InvariantCulture);
        cluster.BootstrapServers = (await tool.RunAsync("start", cluster.Folder, ["--port", port, .. options])).Trim();
        return cluster;
    }

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

    static void Delete(KafkaTool tool, TemporaryFolder folder)
    {
        tool.Delete(folder.Path);
        folder.Dispose();
    }
}
