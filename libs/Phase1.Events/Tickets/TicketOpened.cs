namespace Phase1.Events;

/// <summary>A ticket was opened (record 28).</summary>
public sealed record TicketOpened : IFact
{
    /// <summary>Id of the ticket; also the key of the record.</summary>
    public required string TicketId { get; init; }

    /// <summary>Its procedure.</summary>
    public required string Sop { get; init; }

    /// <summary>The kind of matter.</summary>
    public required string TicketType { get; init; }

    /// <summary>Mostly pending; what had ended before its beginning was known is completed.</summary>
    public required TicketStatus Status { get; init; }

    /// <summary>1..10; 10 is most urgent.</summary>
    public required int Priority { get; init; }

    /// <summary>Until when, UTC; null for none.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The batch that it is about; null for none.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>Nobody asked: a record or a watch opened it.</summary>
    public required bool Automated { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    Guid? IFact.Batch => BatchId;

    string IFact.PartitionKey => TicketId;
}
