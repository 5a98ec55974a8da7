namespace Phase1.Messaging.Storage;

/// <summary>A record that this service has dealt with; written in the transaction of its effect.</summary>
sealed class InboxEntry
{
    public required string Consumer { get; set; }
    public Guid EventId { get; set; }
    public required string Topic { get; set; }
    public Guid CorrelationId { get; set; }
    public RecordOutcome Outcome { get; set; }
    public DateTimeOffset ProcessedAt { get; set; }
}
