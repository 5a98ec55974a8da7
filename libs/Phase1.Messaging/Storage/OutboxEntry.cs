namespace Phase1.Messaging.Storage;

/// <summary>An event that is recorded and not yet acknowledged by the log.</summary>
sealed class OutboxEntry
{
    public long Id { get; set; }
    public Guid EventId { get; set; }
    public required string Topic { get; set; }
    public required string PartitionKey { get; set; }
    public required byte[] Envelope { get; set; }

    /// <summary>A text, in UTF-8.</summary>
    public required byte[] Headers { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}
