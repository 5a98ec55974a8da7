namespace Phase1.Messaging.Storage;

/// <summary>Who looked into the body of a dead letter, and when: a body may hold personal data.</summary>
sealed class DeadLetterAccess
{
    public Guid Id { get; set; }
    public Guid DeadLetterId { get; set; }
    public required string ReadBy { get; set; }
    public DateTimeOffset ReadAt { get; set; }
}
