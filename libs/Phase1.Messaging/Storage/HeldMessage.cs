namespace Phase1.Messaging.Storage;

/// <summary>
/// A record that waits: the first of its key (lowest seq) because it failed and is to be tried again, the others because they stand behind it.
/// </summary>
sealed class HeldMessage
{
    public required string Consumer { get; set; }
    public required string RecordKey { get; set; }
    public long Seq { get; set; }
    public Guid EventId { get; set; }
    public required string Topic { get; set; }
    public int Partition { get; set; }
    public long LogOffset { get; set; }
    public Guid? BatchId { get; set; }
    public required byte[] Envelope { get; set; }
    public DateTimeOffset HeldAt { get; set; }

    /// <summary>How often it has failed; 0 for a follower.</summary>
    public int Attempts { get; set; }

    /// <summary>When the key may go on; <c>infinity</c> while the head is an open dead letter.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }
    public DateTimeOffset? FirstFailedAt { get; set; }
    public Guid? DeadLetterId { get; set; }
}
