using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Where a ticket stands; this alone decides whether work is generated for it.</summary>
[JsonConverter(typeof(SnakeCaseEnum<TicketStatus>))]
public enum TicketStatus
{
    /// <summary>Created, owned by nobody.</summary>
    Pending,

    /// <summary>Claimed, not begun.</summary>
    Assigned,

    /// <summary>Being worked on.</summary>
    InProgress,

    /// <summary>Needs something from outside.</summary>
    Blocked,

    /// <summary>Until an instant, or until a person answers.</summary>
    Deferred,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Withdrawn.</summary>
    Cancelled,

    /// <summary>Given up.</summary>
    Failed,
}
