namespace Phase1.Events;

/// <summary>What one service has erased of a student (record 35), in numbers.</summary>
public sealed record PersonalDataErased : IFact
{
    /// <summary>The ticket that asked; also the key of the record.</summary>
    public required string TicketId { get; init; }

    /// <summary>The question.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Who answers, by its name on the wire.</summary>
    public required string Service { get; init; }

    /// <summary>The answer in a word.</summary>
    public required ErasureOutcome Outcome { get; init; }

    /// <summary>Rows that were erased, under the names of tables.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    /// <summary>Rows that still name the student, under the names of tables; anything but none means not erased.</summary>
    public required IReadOnlyDictionary<string, int> Remaining { get; init; }

    /// <summary>Why nothing was erased; empty where nothing stood in the way.</summary>
    public required IReadOnlyList<Blocker> Blockers { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset CompletedAt { get; init; }

    string IFact.PartitionKey => TicketId;
}
