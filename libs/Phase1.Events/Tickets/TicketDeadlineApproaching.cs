namespace Phase1.Events;

/// <summary>The deadline of an open ticket is near (record 30); said once.</summary>
public sealed record TicketDeadlineApproaching : IFact
{
    /// <summary>Id of the ticket; also the key of the record.</summary>
    public required string TicketId { get; init; }

    /// <summary>Its procedure.</summary>
    public required string Sop { get; init; }

    /// <summary>Until when, UTC.</summary>
    public required DateTimeOffset Deadline { get; init; }

    string IFact.PartitionKey => TicketId;
}
