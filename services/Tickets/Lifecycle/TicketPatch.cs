using System.Text.Json.Nodes;
using Phase1.Events;

namespace Phase1.Tickets.Lifecycle;

/// <summary>A change of a ticket; what is null stays as it is.</summary>
sealed record TicketPatch
{
    public TicketStatus? Status { get; init; }

    /// <summary>Merged into what is there (<see cref="MetadataMerge"/>).</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>Top-level keys that go.</summary>
    public IReadOnlyList<string> WithoutKeys { get; init; } = [];

    public string? Notes { get; init; }

    public int? Priority { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    public string? Outcome { get; init; }

    public string? Owner { get; init; }

    /// <summary>The version that the change was made for; another one refuses it.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>Refuses a transition that the policy does not have.</summary>
    public bool KeepToPolicy { get; init; }

    /// <summary>Leads out of a terminal status: the ticket begins anew, owned by nobody.</summary>
    public bool Reopens { get; init; }

    /// <summary>Why, for the history.</summary>
    public string? Reason { get; init; }

    /// <summary>The record that the change follows from.</summary>
    public Guid? EventId { get; init; }

    /// <summary>More for the history.</summary>
    public JsonObject Details { get; init; } = [];
}
