using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;

namespace Phase1.Tickets.Requests;

/// <summary>A ticket as people see it; what somebody wrote into it is null for those who see its state alone.</summary>
sealed record TicketDocument(
    string TicketId,
    string Sop,
    string TicketType,
    TicketStatus Status,
    int Priority,
    string? Email,
    string? UserIdentifier,
    DateTimeOffset SubmittedAt,
    DateTimeOffset LastUpdated,
    DateTimeOffset CreatedAt,
    DateTimeOffset? Deadline,
    DateTimeOffset? CompletedAt,
    JsonObject? Metadata,
    string? Notes,
    bool Automated,
    string? CorrelationId,
    string AgentOccurrenceId,
    DateTimeOffset? WakeAt,
    string? Outcome,
    string? OrgId,
    int Version,
    IReadOnlyList<TicketStage> Stages,
    TicketLinks Links
)
{
    internal static TicketDocument Of(Ticket ticket, Sop? sop, bool isWhole)
    {
        var next = sop is null ? null : StageProgress.Next(sop, ticket.Metadata);
        return new(
            ticket.TicketId,
            ticket.Sop,
            ticket.TicketType,
            ticket.Status,
            ticket.Priority,
            isWhole ? ticket.Email : null,
            isWhole ? ticket.UserIdentifier : null,
            ticket.SubmittedAt,
            ticket.LastUpdated,
            ticket.CreatedAt,
            ticket.Deadline,
            ticket.CompletedAt,
            isWhole ? ticket.Metadata : null,
            isWhole ? ticket.Notes : null,
            ticket.Automated,
            ticket.CorrelationId,
            ticket.Owner,
            ticket.WakeAt,
            ticket.Outcome,
            ticket.OrgId,
            ticket.Version,
            [.. (sop?.Stages ?? []).Select(stage => TicketStage.Of(stage, stage == next, ticket.Metadata))],
            TicketLinks.Of(ticket)
        );
    }
}

/// <summary>A step of the ticket's procedure.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Human">Whether a person has to act.</param>
/// <param name="Status">completed, failed, in_progress or pending.</param>
/// <param name="IsCurrent">Whether it is the one that comes next.</param>
/// <param name="Decisions">What may be answered here.</param>
sealed record TicketStage(string Name, bool Human, string Status, bool IsCurrent, IReadOnlyList<string> Decisions)
{
    internal static TicketStage Of(Stage stage, bool isCurrent, JsonObject metadata) =>
        new(stage.Name, stage.IsHuman, StageProgress.StatusOf(metadata, stage), isCurrent, stage.Decisions);
}

/// <summary>Where the matter itself is.</summary>
/// <param name="Decide">Where it is decided, at the service that keeps it; null where that is here.</param>
sealed record TicketLinks(string? Decide)
{
    internal static TicketLinks Of(Ticket ticket) =>
        new(
            ticket.Sop == Procedures.AssociationReview.Name || ticket.Sop == Procedures.UnknownStudent.Name
                ? $"/v1/batches/{ticket.CorrelationId}/student-associations"
                : null
        );
}
