using System.Text.Json;

namespace Phase1.Events;

/// <summary>A person has decided a stage of a ticket (record 31).</summary>
public sealed record TicketDecisionMade : IFact
{
    /// <summary>Id of the ticket; also the key of the record.</summary>
    public required string TicketId { get; init; }

    /// <summary>Its procedure.</summary>
    public required string Sop { get; init; }

    /// <summary>What the ticket is about, under the name that its procedure gives it; null where it has none.</summary>
    public string? Reference { get; init; }

    /// <summary>The decision, as a code.</summary>
    public required string Decision { get; init; }

    /// <summary>The person, 1..255 characters.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>What the decision names, such as a new limit: texts under names.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Values { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    string IFact.PartitionKey => TicketId;
}
