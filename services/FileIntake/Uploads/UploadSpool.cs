using System.Security.Cryptography;
using Phase1.FileIntake.Content;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary>The files of one request while it is read: on disk, never in memory.</summary>
sealed class UploadSpool(SpoolBudget budget) : IAsyncDisposable
{
    const int BlockLength = 64 * 1024;

    readonly FileStream _file = NamelessFile.Create();
    readonly byte[] _block = new byte[BlockLength];
    long _reserved;

    /// <summary>Keeps a file of at most the given length; of a longer one nothing is kept, but it is read to its end.</summary>
    /// <exception cref="ProblemException">It is longer than may be read.</exception>
    public async Task<SpooledFile> AddAsync(string name, Stream content, int maxBytes, long maxRead, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
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

            hash.AppendData(_block, 0, read);
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

        return new(name, start, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>A kept file from its start; several may be read side by side, as long as the spool is there.</summary>
    public Stream Open(SpooledFile kept) => new SpoolSegment(_file.SafeFileHandle, kept.Start, kept.Length);

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
        if (!budget.TryReserve(bytes))
        {
            throw new ProblemException(Problems.ServiceUnavailable, "Too many uploads are being read; try again shortly.");
        }

        _reserved += bytes;
    }

    void Release(long bytes)
    {
        budget.Release(bytes);
        _reserved -= bytes;
    }
}

/// <summary>One file of a request: where it is kept, how long it is and what its bytes are; one that is too long is not kept.</summary>
sealed record SpooledFile(string Name, long Start, long Length, string Sha256);
