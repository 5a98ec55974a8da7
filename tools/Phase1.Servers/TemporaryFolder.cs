namespace Phase1.Servers;

/// <summary>
/// A folder of one private server and the lock file beside it. The system drops the lock with the process, even a killed one, so a lock that
/// can be taken marks a leftover; unlike a process id it cannot be mistaken for a newer process's.
/// </summary>
sealed class TemporaryFolder : IDisposable
{
    const string LockEnding = ".lock";
    readonly FileStream _lock;

    TemporaryFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>Is made by whoever uses it.</summary>
    public string Path { get; }

    /// <param name="kind">What the server is; leftovers are found by it.</param>
    public static TemporaryFolder Claim(string kind)
    {
        Directory.CreateDirectory(RootOf(kind));
        while (true)
        {
            var name = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[^12..];
            if (TryLock(System.IO.Path.Combine(RootOf(kind), name), FileMode.CreateNew) is { } claimed)
            {
                return claimed;
            }
        }
    }

    /// <summary>The folders of processes that have ended without a word.</summary>
    public static IEnumerable<TemporaryFolder> Leftovers(string kind) =>
        Directory.Exists(RootOf(kind))
            ? Directory
                .GetFiles(RootOf(kind), $"*{LockEnding}")
                .Select(file => TryLock(file[..^LockEnding.Length], FileMode.Open))
                .OfType<TemporaryFolder>()
            : [];

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

    static string RootOf(string kind) => System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"phase1-{kind}-{Environment.UserName}");

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
