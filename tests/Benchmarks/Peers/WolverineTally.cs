using Wolverine;

namespace Phase1.Benchmarks.Peers;

/// <summary>The saga that counts, as Wolverine's documentation has one that begins with its first message.</summary>
// Public, since Wolverine compiles code that calls it.
public sealed class WolverineTally : Saga
{
    public Guid Id { get; set; }

    public int Files { get; set; }

    public DateTimeOffset LastAt { get; set; }

    public FileCounted StartOrHandle(FileAdded added)
    {
        Id = added.BatchId;
        Files++;
        LastAt = added.Timestamp;
        return FileCounted.Of(added);
    }
}
