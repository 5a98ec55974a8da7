namespace Phase1.Servers.Postgres;

/// <summary>
/// The folder of one private cluster and the lock file beside it. The system drops the lock with the process, even a killed
/// one, so a lock that can be taken marks a leftover; unlike a process id it cannot be mistaken for a newer process's.
/// </summary>
sealed class PostgresFolder
{
    const string LockEnding = ".lock";
    static readonly string Root = Path.Combine(Path.GetTempPath(), $"phase1-tests-{Environment.UserName}");
    readonly string _path;
    readonly FileStream _lock;

    PostgresFolder(string path, FileStream held)
    {
        _path = path;
        _lock = held;
    }

    /// <summary>Holds the server's socket, data and log, and belongs to the server's account.</summary>
    public string Sockets => _path;

    public string Data => Path.Combine(_path, "data");

    public string Log => Path.Combine(_path, "server.log");

    public static PostgresFolder Claim()
    {
        Directory.CreateDirectory(Root);
        while (true)
        {
            var path = Path.Combine(Root, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[^12..]);
            if (TryLock(path, FileMode.CreateNew) is { } held)
            {
                return new PostgresFolder(path, held);
            }
        }
    }

    public static void RemoveLeftovers(PostgresBinaries binaries)
    {
        if (!Directory.Exists(Root))
        {
            return;
        }
        foreach (var file in Directory.EnumerateFiles(Root, $"*{LockEnding}"))
        {
            var path = file[..^LockEnding.Length];
            if (TryLock(path, FileMode.Open) is { } held)
            {
                new PostgresFolder(path, held).Remove(binaries);
            }
        }
    }

    public void Remove(PostgresBinaries binaries)
    {
        if (ServerLives())
        {
            binaries.RunToEnd("pg_ctl", "stop", "-w", "-m", "immediate", "-D", Data);
        }
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
        File.Delete(_path + LockEnding);
        _lock.Dispose();
    }

    static FileStream? TryLock(string path, FileMode mode)
    {
        try
        {
            return new FileStream(path + LockEnding, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    // The id in the file of a machine that was restarted may be anybody's by now: the server's own command line names its data.
    bool ServerLives()
    {
        var file = Path.Combine(Data, "postmaster.pid");
        if (!File.Exists(file) || File.ReadLines(file).FirstOrDefault() is not { } id)
        {
            return false;
        }
        var commandLine = $"/proc/{id.Trim()}/cmdline";
        return File.Exists(commandLine) && File.ReadAllText(commandLine).Contains(Data, StringComparison.Ordinal);
    }
}
