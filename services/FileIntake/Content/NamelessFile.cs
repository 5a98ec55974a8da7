namespace Phase1.FileIntake.Content;

/// <summary>Files on disk without a name, readable by nobody else: they end with this process, whatever happens to it.</summary>
static class NamelessFile
{
    const string Prefix = "phase1-intake-";

    // A file has its name only until it has been opened. One that has kept it for so long is left over from a process that was killed in between, or from a version that used folders.
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    static readonly EnumerationOptions AnyCase = new() { MatchCasing = MatchCasing.CaseInsensitive };

    /// <summary>An empty file, to be written and read.</summary>
    public static FileStream Create()
    {
        var path = Path.Combine(Path.GetTempPath(), Prefix + Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        // Where the system allows it the name is deleted at once, while the file is open.
        File.Delete(path);
        return file;
    }

    /// <summary>Deletes what killed processes have left in the folder for temporary files.</summary>
    /// <param name="now">The time on this machine.</param>
    public static void DeleteLeftovers(DateTimeOffset now)
    {
        var old = new DirectoryInfo(Path.GetTempPath())
            .EnumerateFileSystemInfos($"{Prefix}*", AnyCase)
            .Where(left => now - left.LastWriteTimeUtc > Longest);
        foreach (var left in old)
        {
            try
            {
                Delete(left);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // Somebody else's, or deleted by somebody else.
            }
        }
    }

    static void Delete(FileSystemInfo left)
    {
        if (left is DirectoryInfo { LinkTarget: null } folder)
        {
            folder.Delete(recursive: true);
        }
        else
        {
            left.Delete();
        }
    }
}
