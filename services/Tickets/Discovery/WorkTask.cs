using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Discovery;

/// <summary>Why a task was made.</summary>
enum TaskSource
{
    /// <summary>The ticket was claimed or adopted.</summary>
    TicketClaim,

    /// <summary>The ticket goes on.</summary>
    TicketContinuation,
}

/// <summary>Where a task stands.</summary>
enum WorkTaskStatus
{
    /// <summary>It waits for a slot.</summary>
    Pending,

    /// <summary>Its stage runs.</summary>
    Active,

    /// <summary>Its stage has ended well.</summary>
    Completed,

    /// <summary>Its stage has ended badly, and will be tried by another task.</summary>
    Failed,

    /// <summary>Its ticket has ended, or has gone to somebody else.</summary>
    Abandoned,
}

/// <summary>One run of one stage of a ticket.</summary>
sealed record WorkTask
{
    public required string TaskId { get; init; }

    public required string TicketId { get; init; }

    public required TaskSource Source { get; init; }

    public WorkTaskStatus Status { get; init; } = WorkTaskStatus.Pending;

    public required int Priority { get; init; }

    public required string Owner { get; init; }

    public required string Description { get; init; }

    /// <summary>The ticket as it was when the task was made.</summary>
    public required JsonObject Context { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    internal static WorkTask Of(Ticket ticket, TaskSource source, DateTimeOffset now) =>
        new()
        {
            TaskId = $"TICKET-{ticket.TicketId}-{Guid.CreateVersion7(now):N}",
            TicketId = ticket.TicketId,
            Source = source,
            Priority = ticket.Priority,
            Owner = ticket.Owner,
            Description = $"{ticket.Sop}: the next stage of {ticket.TicketId}",
            Context = new()
            {
                ["ticket_id"] = ticket.TicketId,
                ["ticket_sop"] = ticket.Sop,
                ["ticket_type"] = ticket.TicketType,
                ["ticket_status"] = WireEnum.Name(ticket.Status),
                ["ticket_metadata"] = ticket.Metadata.DeepClone(),
                ["ticket_priority"] = ticket.Priority,
                ["ticket_email"] = ticket.Email,
                ["ticket_user_identifier"] = ticket.UserIdentifier,
                ["is_ticket_task"] = true,
            },
            CreatedAt = now,
        };
}
