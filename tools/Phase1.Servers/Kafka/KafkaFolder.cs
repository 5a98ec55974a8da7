namespace Phase1.Servers.Kafka;

/// <summary>
/// The folder of one private cluster and the lock file beside it. The system drops the lock with the process, even a killed one, so a lock that
/// can be taken marks a leftover.
/// </summary>
sealed class KafkaFolder : IDisposable
{
    const string LockEnding = ".lock";
    static readonly string Root = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"phase1-kafka-{Environment.UserName}");
    readonly FileStream _lock;

    KafkaFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    public string Path { get; }

    public static KafkaFolder Claim()
    {
        Directory.CreateDirectory(Root);
        while (true)
        {
            var path = System.IO.Path.Combine(Root, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[^12..]);
            if (TryLock(path, FileMode.CreateNew) is { } held)
            {
                return new KafkaFolder(path, held);
            }
        }
    }

    /// <summary>The folders of processes that have ended without a word.</summary>
    public static IEnumerable<KafkaFolder> Leftovers()
    {
        if (!Directory.Exists(Root))
        {
            yield break;
        }
        foreach (var file in Directory.GetFiles(Root, $"*{LockEnding}"))
        {
            var path = file[..^LockEnding.Length];
            if (TryLock(path, FileMode.Open) is { } held)
            {
                yield return new KafkaFolder(path, held);
            }
        }
    }

    /// <summary>Gives the name up; the cluster's own files are the tool's to delete.</summary>
    public void Dispose()
    {
        File.Delete(Path + LockEnding);
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
}
