using System.Globalization;

namespace Phase1.Servers.Postgres;

/// <summary>One private cluster under the temporary folder; it is gone when its process is, at the latest when the next one starts.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    const string Settings = """
        shared_buffers = 256MB
        max_connections = 400

        """;

    const string Forgetful = """
        fsync = off
        full_page_writes = off

        """;

    readonly PostgresBinaries _binaries;
    readonly PostgresFolder _folder;
    bool _disposed;

    PostgresCluster(PostgresBinaries binaries, PostgresFolder folder)
    {
        _binaries = binaries;
        _folder = folder;
        Port = FreePort.Next();
        AppDomain.CurrentDomain.ProcessExit += EndWithProcess;
    }

    public int Port { get; private set; }

    public bool IsRunning { get; private set; }

    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres";

    /// <summary>Of the server's first process, which writes it down.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(_folder.Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <param name="durable">
    /// False for a cluster that ends with the tests: it never waits for the disk. A crash of the server alone loses nothing even so, since what it
    /// wrote is with the operating system.
    /// </param>
    public static async Task<PostgresCluster> CreateAsync(bool durable)
    {
        var binaries =
            PostgresBinaries.Newest()
            ?? throw new InvalidOperationException(
                "PostgreSQL's programs are not here: install Debian's package postgresql."
            );
        PostgresFolder.RemoveLeftovers(binaries);
        var cluster = new PostgresCluster(binaries, PostgresFolder.Claim());
        await cluster.InitialiseAsync(durable);
        return cluster;
    }

    public async Task StartAsync()
    {
        // The port stands on the command line, so that a server that lost the race for one can try another.
        var options = $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{_folder.Sockets}'";
        await _binaries.RunAsync("pg_ctl", "start", "-w", "-D", _folder.Data, "-l", _folder.Log, "-o", options);
        IsRunning = true;
    }

    public async Task StopAsync()
    {
        IsRunning = false;
        await _binaries.RunAsync("pg_ctl", "stop", "-w", "-m", "immediate", "-D", _folder.Data);
    }

    public ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithProcess;
        End();
        return ValueTask.CompletedTask;
    }

    async Task InitialiseAsync(bool durable)
    {
        await PostgresBinaries.CreateFolderAsync(_folder.Sockets);
        await _binaries.RunAsync(
            "initdb",
            ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync", $"--pgdata={_folder.Data}"]
        );
        await File.AppendAllTextAsync(Path.Combine(_folder.Data, "postgresql.conf"), durable ? Settings : Settings + Forgetful);
        for (var attempt = 1; !IsRunning; attempt++)
        {
            try
            {
                await StartAsync();
            }
            catch (InvalidOperationException) when (attempt < 5)
            {
                Port = FreePort.Next();
            }
        }
    }

    void EndWithProcess(object? sender, EventArgs e) => End();

    void End()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        IsRunning = false;
        _folder.Remove(_binaries);
    }
}
