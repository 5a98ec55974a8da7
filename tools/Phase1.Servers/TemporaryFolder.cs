namespace Phase1.Servers;

/// <summary>
/// A folder of one private server and the lock file beside it. The system drops the lock with the process, even a killed one, so a lock that
/// can be taken marks a leftover; unlike a process id it cannot be mistaken for a newer process's.
/// </summary>
sealed class TemporaryFolder : IDisposable
{
    const string LockEnding = ".lock";

    // Where Linux keeps files in memory: a test's database is some 300 small files, created and deleted within seconds.
    const string Memory = "/dev/shm";

    // Asked for generously, since several servers share it and grow; containers often have 64 MB there.
    const long MemoryNeeded = 4L << 30;

    readonly FileStream _lock;

    TemporaryFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>Is made by whoever uses it.</summary>
    public string Path { get; }

    /// <param name="kind">What the server is; leftovers are found by it.</param>
    /// <param name="inMemory">Whether files in memory will do where there is room for them; what is measured wants the disk.</param>
    public static TemporaryFolder Claim(string kind, bool inMemory)
    {
        var root = RootOf(inMemory && HasSpace(Memory) ? Memory : System.IO.Path.GetTempPath(), kind);
        Directory.CreateDirectory(root);
        while (true)
        {
            var name = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[^12..];
            if (TryLock(System.IO.Path.Combine(root, name), FileMode.CreateNew) is { } claimed)
            {
                return claimed;
            }
        }
    }

    /// <summary>The folders of processes that ended without removing them.</summary>
    public static IEnumerable<TemporaryFolder> Leftovers(string kind) =>
        new[] { RootOf(Memory, kind), RootOf(System.IO.Path.GetTempPath(), kind) }
            .Where(Directory.Exists)
            .SelectMany(root => Directory.GetFiles(root, $"*{LockEnding}"))
            .Select(file => TryLock(file[..^LockEnding.Length], FileMode.Open))
            .OfType<TemporaryFolder>();

    /// <summary>Removes the folder and gives its name up.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
        File.Delete(Path + LockEnding);
        _lock.Dispose();
    }

    static string RootOf(string parent, string kind) => System.IO.Path.Combine(parent, $"phase1-{kind}-{Environment.UserName}");

    static bool HasSpace(string folder) => Directory.Exists(folder) && new DriveInfo(folder).AvailableFreeSpace >= MemoryNeeded;

    static TemporaryFolder? TryLock(string path, FileMode mode)
    {
        try
        {
            return new(path, new FileStream(path + LockEnding, mode, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
