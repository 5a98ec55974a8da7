using System.Globalization;

namespace Phase1.Servers.Postgres;

/// <summary>The data of one cluster, and the server that runs on it on 127.0.0.1 alone.</summary>
/// <param name="binaries">Runs it.</param>
/// <param name="folder">Holds the data.</param>
/// <param name="log">The server's log.</param>
/// <param name="sockets">Where the server's socket lies; empty for none.</param>
sealed class PostgresData(PostgresBinaries binaries, string folder, string log, string sockets)
{
    const int Attempts = 5;

    public bool IsThere => Directory.Exists(folder);

    /// <summary>The server's first process, if one really serves this data: the id in a machine's file that was restarted may be anybody's.</summary>
    public int? ServerId
    {
        get
        {
            var file = Path.Combine(folder, "postmaster.pid");
            if (!File.Exists(file) || !int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var id))
            {
                return null;
            }
            var commandLine = $"/proc/{id}/cmdline";
            return File.Exists(commandLine) && File.ReadAllText(commandLine).Contains(folder, StringComparison.Ordinal) ? id : null;
        }
    }

    /// <summary>Makes the cluster: all of it, or, after an error, nothing that is taken for one.</summary>
    public async Task InitialiseAsync(string settings, params string[] options)
    {
        var growing = folder + ".new";
        if (Directory.Exists(growing))
        {
            Directory.Delete(growing, recursive: true);
        }
        await binaries.RunAsync("initdb", ["--username=postgres", "--encoding=UTF8", "--locale=C", $"--pgdata={growing}", .. options]);
        await File.AppendAllTextAsync(Path.Combine(growing, "postgresql.conf"), settings);
        Directory.Move(growing, folder);
    }

    /// <summary>Starts the server on the port that is wished for or, where that one is taken, on another, and returns which.</summary>
    public async Task<int> StartAsync(int? wish = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = wish ?? FreePort.Next();
            try
            {
                await StartOnAsync(port);
                return port;
            }
            catch (ServerException) when (attempt < Attempts)
            {
                wish = null;
            }
        }
    }

    /// <summary>Starts the server on this port or not at all.</summary>
    public Task StartOnAsync(int port) =>
        binaries.RunAsync("pg_ctl", ["start", "-w", "-t", "60", "-D", folder, "-l", log, "-o", OptionsFor(port)]);

    /// <param name="mode">fast: sessions are cut and what is in memory is written; immediate: as a crash would.</param>
    public async Task StopAsync(string mode)
    {
        if (ServerId is not null)
        {
            await binaries.RunAsync("pg_ctl", StopArguments(mode));
        }
    }

    /// <summary>For the end of the process.</summary>
    public void StopNow()
    {
        if (ServerId is not null)
        {
            binaries.RunToEnd("pg_ctl", StopArguments("immediate"));
        }
    }

    string[] StopArguments(string mode) => ["stop", "-w", "-m", mode, "-D", folder];

    string OptionsFor(int port) => $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{sockets}'";
}
