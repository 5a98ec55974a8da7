namespace Phase1.Messaging.Storage;

/// <summary>What was done about a dead letter, by whom and when: a redrive that fails again does not erase who redrove it.</summary>
sealed class DeadLetterHistoryEntry
{
    public long Seq { get; set; }
    public Guid DeadLetterId { get; set; }

    /// <summary>dead_lettered, redriven or discarded.</summary>
    public required string Act { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Null for the engine's own acts.</summary>
    public string? By { get; set; }
    public string? ReasonCode { get; set; }
    public int? Attempts { get; set; }
    public string? Note { get; set; }
}
