namespace Phase1.Messaging.Storage;

/// <summary>How far a consumer has come in one partition, as of the transactions in this database.</summary>
sealed class ConsumedOffset
{
    public required string Consumer { get; set; }
    public required string Topic { get; set; }
    public int Partition { get; set; }
    public long NextOffset { get; set; }
}
