using System.Text.Json.Nodes;
using Phase1.Events;

namespace Phase1.Tickets.Lifecycle;

/// <summary>A matter that a person has to settle, as it stands in its row.</summary>
sealed record Ticket
{
    /// <summary>The owner of what nobody has claimed.</summary>
    internal const string Shared = "__shared__";

    public required string TicketId { get; init; }

    /// <summary>The name of its procedure.</summary>
    public required string Sop { get; init; }

    public required string TicketType { get; init; }

    public required TicketStatus Status { get; init; }

    /// <summary>1 to 10; 10 is most urgent.</summary>
    public required int Priority { get; init; }

    /// <summary>Where whoever asked can be reached; for what nobody asked an address under .invalid.</summary>
    public required string Email { get; init; }

    /// <summary>An opaque id: the student of a data-subject request, else the teacher whom the ticket is for.</summary>
    public string? UserIdentifier { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required DateTimeOffset LastUpdated { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public required JsonObject Metadata { get; init; }

    public string? Notes { get; init; }

    /// <summary>Nobody asked: a record or a watch opened it.</summary>
    public bool Automated { get; init; }

    /// <summary>What it is about: a batch, a period of a budget, a group of dead letters.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The occurrence that has claimed it, or <see cref="Shared"/>.</summary>
    public required string Owner { get; init; }

    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>Why it ended.</summary>
    public string? Outcome { get; init; }

    public string? OrgId { get; init; }

    /// <summary>When the notice of its deadline went out.</summary>
    public DateTimeOffset? DeadlineToldAt { get; init; }

    /// <summary>The number of its latest change; 0 where it was not asked for.</summary>
    public int Version { get; init; }

    /// <summary>What stood in the column was no JSON object; the metadata reads as empty.</summary>
    public bool HasUnreadableMetadata { get; init; }

    internal bool IsShared => Owner == Shared;
}
