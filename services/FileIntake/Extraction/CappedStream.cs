namespace Phase1.FileIntake.Extraction;

/// <summary>Reads streams of unknown length without keeping more than a limit.</summary>
static class CappedStream
{
    const int BlockLength = 64 * 1024;

    /// <summary>Stops at the limit and says so.</summary>
    public static async Task<(ReadOnlyMemory<byte> Bytes, bool Exceeded)> ReadAsync(
        Stream stream,
        int limit,
        CancellationToken cancellation
    )
    {
        var collected = new MemoryStream();
        var block = new byte[BlockLength];
        for (int read; (read = await stream.ReadAsync(block, cancellation)) > 0; )
        {
            if (collected.Length + read > limit)
            {
                return (collected.GetBuffer().AsMemory(0, (int)collected.Length), true);
            }

            collected.Write(block, 0, read);
        }

        return (collected.GetBuffer().AsMemory(0, (int)collected.Length), false);
    }

    /// <summary>Reads to the end, so that the writer never blocks, and keeps the start.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadStartAsync(Stream stream, int limit, CancellationToken cancellation)
    {
        var collected = new MemoryStream();
        var block = new byte[BlockLength];
        for (int read; (read = await stream.ReadAsync(block, cancellation)) > 0; )
        {
            collected.Write(block, 0, (int)Math.Min(read, limit - collected.Length));
        }

        return collected.GetBuffer().AsMemory(0, (int)collected.Length);
    }
}
