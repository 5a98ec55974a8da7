namespace Phase1.Servers.Postgres;

/// <summary>One private cluster in a temporary folder; it is gone when its process is, at the latest when the next one starts.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    const string Kind = "tests";

    const string Settings = """
        shared_buffers = 256MB
        max_connections = 400

        """;

    // Counts statements for whoever asks; its cost is not noticeable.
    const string Counted = """
        shared_preload_libraries = 'pg_stat_statements'
        pg_stat_statements.save = off

        """;

    const string Forgetful = """
        fsync = off
        full_page_writes = off

        """;

    readonly TemporaryFolder _folder;
    readonly PostgresData _data;
    bool _disposed;

    PostgresCluster(PostgresBinaries binaries, bool inMemory)
    {
        _folder = TemporaryFolder.Claim(Kind, inMemory);
        _data = DataIn(_folder, binaries);
        AppDomain.CurrentDomain.ProcessExit += EndWithProcess;
    }

    public int Port { get; private set; }

    public bool IsRunning { get; private set; }

    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres";

    /// <summary>Of the server's first process, the parent of its sessions.</summary>
    public int ProcessId => _data.ServerId ?? throw new ServerException("The private PostgreSQL does not run.");

    /// <param name="durable">
    /// False for a cluster that ends with the tests: it never waits for the disk. A crash of the server alone loses nothing even so, since what it
    /// wrote is with the operating system.
    /// </param>
    public static async Task<PostgresCluster> CreateAsync(bool durable)
    {
        var binaries = PostgresBinaries.Require();
        foreach (var leftover in TemporaryFolder.Leftovers(Kind))
        {
            DataIn(leftover, binaries).StopNow();
            leftover.Dispose();
        }
        var cluster = new PostgresCluster(binaries, inMemory: !durable);
        await PostgresBinaries.CreateFolderAsync(cluster._folder.Path);
        await cluster._data.InitialiseAsync(Settings + (durable ? Counted : Forgetful), "--auth=trust", "--no-sync");
        cluster.Port = await cluster._data.StartAsync();
        cluster.IsRunning = true;
        return cluster;
    }

    public async Task StartAsync()
    {
        await _data.StartOnAsync(Port);
        IsRunning = true;
    }

    /// <summary>Stops the server as a crash would: no checkpoint, every session cut.</summary>
    public async Task StopAsync()
    {
        IsRunning = false;
        await _data.StopAsync("immediate");
    }

    public ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithProcess;
        End();
        return ValueTask.CompletedTask;
    }

    static PostgresData DataIn(TemporaryFolder folder, PostgresBinaries binaries) =>
        new(binaries, Path.Combine(folder.Path, "data"), Path.Combine(folder.Path, "server.log"), folder.Path);

    void EndWithProcess(object? sender, EventArgs e) => End();

    void End()
    {
        if (!_disposed)
        {
            _disposed = true;
            IsRunning = false;
            _data.StopNow();
            _folder.Dispose();
        }
    }
}
