namespace Phase1.Events;

/// <summary>A ticket has ended (record 29).</summary>
public sealed record TicketClosed : IFact
{
    /// <summary>Id of the ticket; also the key of the record.</summary>
    public required string TicketId { get; init; }

    /// <summary>Its procedure.</summary>
    public required string Sop { get; init; }

    /// <summary>Completed, cancelled or failed.</summary>
    public required TicketStatus Status { get; init; }

    /// <summary>Why, as a code; null where nobody has said.</summary>
    public string? Outcome { get; init; }

    /// <summary>The batch that it is about; null for none.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>The person who ended it; null where no person did.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public required DateTimeOffset ClosedAt { get; init; }

    Guid? IFact.Batch => BatchId;

    string IFact.PartitionKey => TicketId;
}
