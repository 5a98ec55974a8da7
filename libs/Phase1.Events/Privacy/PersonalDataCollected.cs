namespace Phase1.Events;

/// <summary>What one service holds about a student (record 33), in numbers.</summary>
public sealed record PersonalDataCollected : IFact
{
    /// <summary>The ticket that asked; also the key of the record.</summary>
    public required string TicketId { get; init; }

    /// <summary>The question.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Who answers, by its name on the wire.</summary>
    public required string Service { get; init; }

    /// <summary>The answer in a word.</summary>
    public required CollectionOutcome Outcome { get; init; }

    /// <summary>Rows under the names of tables; in a proof, what is left.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    /// <summary>Why it could not be erased now; empty where nothing stands in the way, or nobody asked.</summary>
    public required IReadOnlyList<Blocker> Blockers { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    string IFact.PartitionKey => TicketId;
}
