using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary>The files of one request while it is read: on disk, in a file without a name, which ends with this process whatever happens to it.</summary>
sealed class UploadSpool : IAsyncDisposable
{
    const int BlockLength = 64 * 1024;

    readonly SpoolBudget _budget;
    readonly FileStream _file;
    readonly byte[] _block = new byte[BlockLength];
    long _reserved;

    public UploadSpool(SpoolBudget budget)
    {
        _budget = budget;
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
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

        _file = new(path, options);
        // The name goes at once, where the system allows it: a killed process leaves nothing.
        File.Delete(path);
    }

    /// <summary>Keeps a file of at most the given length; of a longer one nothing is kept, but it is read to its end.</summary>
    /// <exception cref="ProblemException">It is longer than may be read.</exception>
    public async Task<SpooledFile> AddAsync(string name, Stream content, int maxBytes, long maxRead, CancellationToken cancellationToken)
    {
        var start = _file.Length;
        _file.Position = start;
        var length = 0L;
        for (int read; (read = await content.ReadAsync(_block, cancellationToken)) > 0; )
        {
            length += read;
            if (length > maxRead)
            {
                throw new ProblemException(Problems.InvalidRequest, "The field batch_id must stand before the files.");
            }

            if (length <= maxBytes)
            {
                Reserve(read);
                await KeepAsync(_block.AsMemory(0, read), cancellationToken);
            }
        }

        if (length > maxBytes)
        {
            Release(_file.Length - start);
            _file.SetLength(start);
        }

        return new(name, start, length);
    }

    public async Task<byte[]> ReadAsync(SpooledFile kept, CancellationToken cancellationToken)
    {
        var content = new byte[kept.Length];
        _file.Position = kept.Start;
        await _file.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        Release(_reserved);
    }

    async Task KeepAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await _file.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException)
        {
            // Not the sender's doing: the disk is full or broken.
            throw new ProblemException(Problems.ServiceUnavailable, "Uploads cannot be kept now; try again shortly.");
        }
    }

    void Reserve(int bytes)
    {
        if (!_budget.TryReserve(bytes))
        {
            throw new ProblemException(Problems.ServiceUnavailable, "Too many uploads are being read; try again shortly.");
        }

        _reserved += bytes;
    }

    void Release(long bytes)
    {
        _budget.Release(bytes);
        _reserved -= bytes;
    }
}

/// <summary>One file of a request: where it is kept, and how long it is; one that is too long is not kept.</summary>
sealed record SpooledFile(string Name, long Start, long Length);
