using System.Buffers;
using System.IO.Compression;
using Phase1.Events;

namespace Phase1.FileIntake.Extraction;

/// <summary>Refuses archives that unpack to more than they may (zip bombs), counting what really comes out.</summary>
static class ExpansionGuard
{
    const int BlockLength = 64 * 1024;

    public static void Check(Stream content, long maxExpandedBytes, CancellationToken cancellation)
    {
        // The sizes that an archive states about itself are never trusted.
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var block = ArrayPool<byte>.Shared.Rent(BlockLength);
        try
        {
            var total = 0L;
            foreach (var entry in archive.Entries)
            {
                total += Inflate(entry, block, maxExpandedBytes - total, cancellation);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    static long Inflate(ZipArchiveEntry entry, byte[] block, long allowance, CancellationToken cancellation)
    {
        using var stream = entry.Open();
        var total = 0L;
        for (int read; (read = stream.Read(block)) > 0; )
        {
            cancellation.ThrowIfCancellationRequested();
            total += read;
            if (total > allowance)
            {
                throw new UnreadableFileException(ValidationErrorCode.TextExtractionFailed, "The file unpacks to more than is allowed.");
            }
        }

        return total;
    }
}
