namespace Phase1.Messaging.Storage;

/// <summary>A batch that is deleted: its ids alone, so that what is still told of it makes it no second time.</summary>
sealed class DeletedBatch
{
    public Guid BatchId { get; set; }
    public required string OwnerUserId { get; set; }
    public DateTimeOffset DeletedAt { get; set; }
}
