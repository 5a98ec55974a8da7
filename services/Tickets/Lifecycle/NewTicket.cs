using System.Text.Json.Nodes;
using Phase1.Events;

namespace Phase1.Tickets.Lifecycle;

/// <summary>A ticket that is to be opened. What is not said has its default: pending, priority 5, no metadata, submitted now, owned by nobody.</summary>
sealed record NewTicket
{
    public required string TicketId { get; init; }

    public required string Sop { get; init; }

    public required string TicketType { get; init; }

    public required string Email { get; init; }

    public string? UserIdentifier { get; init; }

    public TicketStatus Status { get; init; } = TicketStatus.Pending;

    public int Priority { get; init; } = 5;

    public DateTimeOffset? SubmittedAt { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    public JsonObject Metadata { get; init; } = [];

    public string? Notes { get; init; }

    public bool Automated { get; init; }

    public string? CorrelationId { get; init; }

    public string Owner { get; init; } = Ticket.Shared;

    public string? Outcome { get; init; }

    public string? OrgId { get; init; }

    internal Ticket ToTicket(DateTimeOffset now) =>
        new()
        {
            TicketId = TicketId,
            Sop = Sop,
            TicketType = TicketType,
            Status = Status,
            Priority = Priority,
            Email = Email,
            UserIdentifier = UserIdentifier,
            SubmittedAt = SubmittedAt ?? now,
            LastUpdated = now,
            CreatedAt = now,
            Deadline = Deadline,
            CompletedAt = Status.IsTerminal() ? now : null,
            Metadata = Metadata,
            Notes = Notes,
            Automated = Automated,
            CorrelationId = CorrelationId,
            Owner = Owner,
            WakeAt = Deferral.WakeAt(Status, Metadata),
            Outcome = Outcome,
            OrgId = OrgId,
            Version = 1,
        };
}
