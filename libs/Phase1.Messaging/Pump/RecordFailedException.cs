namespace Phase1.Messaging.Pump;

/// <summary>A record failed in a way that only a rollback undoes.</summary>
sealed class RecordFailedException(InboundRecord record, Failure failure, Exception inner) : Exception("A record failed.", inner)
{
    public InboundRecord Record { get; } = record;

    public Failure Failure { get; } = failure;
}
