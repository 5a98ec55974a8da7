namespace Phase1.BatchOrchestrator.Batches;

/// <summary>Whether a parked fact is being replayed in this scope, and what became of it.</summary>
sealed class Replay : IDisposable
{
    /// <summary>When the replayed fact was recorded; null while nothing is replayed.</summary>
    public DateTimeOffset? OccurredAt { get; private set; }

    public bool IsRunning => OccurredAt is not null;

    /// <summary>The machine parked the fact again: it stays where it is.</summary>
    public bool Kept { get; private set; }

    public IDisposable Begin(DateTimeOffset occurredAt)
    {
        (OccurredAt, Kept) = (occurredAt, false);
        return this;
    }

    public void Keep() => Kept = true;

    public void Dispose() => OccurredAt = null;
}
