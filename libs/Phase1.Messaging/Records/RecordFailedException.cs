namespace Phase1.Messaging.Records;

/// <summary>A record failed; what it did is undone by the transaction's rollback.</summary>
sealed class RecordFailedException(InboundRecord record, Failure failure, Exception inner) : Exception("A record failed.", inner)
{
    public InboundRecord Record { get; } = record;

    public Failure Failure { get; } = failure;
}
