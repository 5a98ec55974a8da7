using System.Text.Json.Nodes;
using Phase1.Events;

namespace Phase1.Tickets.Lifecycle;

/// <summary>One row of a ticket's history.</summary>
sealed record TicketChange
{
    public required string TicketId { get; init; }

    /// <summary>Counts a ticket's changes without gaps; the highest is its version. The store gives it.</summary>
    public int Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required TicketActor Actor { get; init; }

    public TicketStatus? FromStatus { get; init; }

    public required TicketStatus ToStatus { get; init; }

    public string? FromOwner { get; init; }

    public required string ToOwner { get; init; }

    public string? Reason { get; init; }

    /// <summary>It succeeded outside the graph.</summary>
    public bool OffPolicy { get; init; }

    public Guid? EventId { get; init; }

    public JsonObject Details { get; init; } = [];

    /// <summary>The row that says how one state of a ticket became another. What a record says is the truth, and never off policy.</summary>
    internal static TicketChange Between(Ticket before, Ticket after, TicketActor actor, string? reason) =>
        new()
        {
            TicketId = after.TicketId,
            At = after.LastUpdated,
            Actor = actor,
            FromStatus = before.Status,
            ToStatus = after.Status,
            FromOwner = before.Owner,
            ToOwner = after.Owner,
            Reason = reason,
            OffPolicy = actor.Kind != ActorKind.Record && !TransitionPolicy.Allows(before.Status, after.Status),
        };
}
