namespace Phase1.Messaging.Storage;

/// <summary>Who may write for a partition: a worker whose epoch is no longer the stored one has been replaced.</summary>
sealed class PartitionOwner
{
    public required string Consumer { get; set; }
    public int Partition { get; set; }
    public long Epoch { get; set; }
    public DateTimeOffset AcquiredAt { get; set; }
}
