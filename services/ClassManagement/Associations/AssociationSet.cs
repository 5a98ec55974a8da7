using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Associations;

/// <summary>
/// The essays of one REGULAR batch that wait for their authors, until the last is decided or the deadline passes. An immutable value: a
/// rule makes the next one, and <see cref="SetStore"/> stores it.
/// </summary>
sealed record AssociationSet
{
    public required Guid BatchId { get; init; }

    public required Guid ClassId { get; init; }

    public required CourseCode CourseCode { get; init; }

    public required string OwnerUserId { get; init; }

    public string? OrgId { get; init; }

    public required Guid CorrelationId { get; init; }

    /// <summary>The record that brought the set, or its suggestions: the cause of whatever follows from it.</summary>
    public Guid? CauseEventId { get; init; }

    /// <summary>Where in a trace that record was handled.</summary>
    public TraceContext? Trace { get; init; }

    public required SetState State { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? SuggestedAt { get; init; }

    public required DateTimeOffset DeadlineAt { get; init; }

    /// <summary>How many of the reminders are behind us, sent or passed over.</summary>
    public int RemindersSent { get; init; }

    /// <summary>When the teacher was called to decide; once per set.</summary>
    public DateTimeOffset? AttentionSentAt { get; init; }

    /// <summary>The earliest instant at which the monitor has something to do here: the one column its query looks at.</summary>
    public required DateTimeOffset NextDueAt { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    public ReleaseKind? ReleaseKind { get; init; }

    /// <summary>When an operator had the set restated, the last time; null where nobody ever held anything else.</summary>
    public DateTimeOffset? RestatedAt { get; init; }

    public int Version { get; init; }

    internal EventCause Cause => new(CorrelationId, CauseEventId, OwnerUserId, OrgId, Trace);
}

enum SetState
{
    Open,
    Released,
    Cancelled,
}

enum ReleaseKind
{
    Human,
    Timeout,
}
