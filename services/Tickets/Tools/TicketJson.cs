using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Tools;

/// <summary>A whole ticket as JSON, under the names of its columns.</summary>
static class TicketJson
{
    internal static JsonObject Of(Ticket ticket) =>
        new()
        {
            ["ticket_id"] = ticket.TicketId,
            ["sop"] = ticket.Sop,
            ["ticket_type"] = ticket.TicketType,
            ["status"] = WireEnum.Name(ticket.Status),
            ["priority"] = ticket.Priority,
            ["email"] = ticket.Email,
            ["user_identifier"] = ticket.UserIdentifier,
            ["submitted_at"] = Instant(ticket.SubmittedAt),
            ["last_updated"] = Instant(ticket.LastUpdated),
            ["created_at"] = Instant(ticket.CreatedAt),
            ["deadline"] = Instant(ticket.Deadline),
            ["completed_at"] = Instant(ticket.CompletedAt),
            ["metadata"] = ticket.Metadata.DeepClone(),
            ["notes"] = ticket.Notes,
            ["automated"] = ticket.Automated,
            ["correlation_id"] = ticket.CorrelationId,
            ["agent_occurrence_id"] = ticket.Owner,
            ["wake_at"] = Instant(ticket.WakeAt),
            ["outcome"] = ticket.Outcome,
            ["org_id"] = ticket.OrgId,
            ["version"] = ticket.Version,
        };

    static JsonNode? Instant(DateTimeOffset? instant) => instant is { } at ? JsonSerializer.SerializeToNode(at, Phase1Json.Options) : null;
}
