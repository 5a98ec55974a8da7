using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Feedback.Runs;

/// <summary>The phase ai_feedback of one pipeline run, from its command to its outcome.</summary>
sealed class FeedbackRun
{
    /// <summary>How long a claimed run belongs to its claimer; each essay that ends begins it anew. Longer than a model is waited for, twice.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(6);

    /// <summary>How often a run that waits for a model tries again.</summary>
    static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    public Guid RunId { get; init; }

    public Guid BatchId { get; init; }

    public required string UserId { get; init; }

    public string? OrgId { get; init; }

    public CourseCode? CourseCode { get; init; }

    public Language? Language { get; init; }

    public BatchKind ClassType { get; init; }

    public Guid CorrelationId { get; init; }

    /// <summary>The event id of the command: the cause of what follows.</summary>
    public Guid? RequestEventId { get; init; }

    /// <summary>Where in a trace the command was taken in.</summary>
    public TraceContext? Trace { get; init; }

    public RunState State { get; set; }

    public ParkReason? ParkedReason { get; set; }

    /// <summary>When a parked run is tried again by the clock; null where only a higher budget helps.</summary>
    public DateTimeOffset? ParkedUntil { get; set; }

    public Guid? ParkedBudgetId { get; set; }

    /// <summary>Attempts since the last progress.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is due; while somebody works on it, when the lease is over. Null: not by the clock.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>When an essay ended last, or the run was begun or resumed.</summary>
    public DateTimeOffset ProgressAt { get; set; }

    /// <summary>When a budget was changed last while the run was running: a refusal from before it says nothing any more.</summary>
    public DateTimeOffset? BudgetChangedAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public bool IsOpen => State is RunState.Running or RunState.Parked;

    /// <summary>Whether it waits for a budget, and tries nothing before that is over.</summary>
    public bool AwaitsBudget => State == RunState.Parked && ParkedReason != ParkReason.NoProvider;

    public EventCause Cause => new(CorrelationId, RequestEventId, UserId, OrgId, Trace);

    public void Park(ParkReason reason, Guid? budgetId, DateTimeOffset? until)
    {
        (State, ParkedReason, ParkedBudgetId) = (RunState.Parked, reason, budgetId);
        (ParkedUntil, NextAttemptAt) = (until, until);
    }

    /// <summary>Nobody can say when a model is back: it is looked for again.</summary>
    public void AwaitModel(DateTimeOffset now) => Park(ParkReason.NoProvider, null, now + Look);

    public void Resume(DateTimeOffset now)
    {
        (State, ParkedReason, ParkedBudgetId, ParkedUntil) = (RunState.Running, null, null, null);
        (Attempts, ProgressAt, NextAttemptAt) = (0, now, now);
    }

    /// <summary>An essay has ended.</summary>
    public void Progress(DateTimeOffset now) => (Attempts, ProgressAt, NextAttemptAt) = (0, now, now + Lease);

    public void End(RunState state, DateTimeOffset now)
    {
        (State, FinishedAt, NextAttemptAt) = (state, now, null);
        (ParkedReason, ParkedBudgetId, ParkedUntil) = (null, null, null);
    }

    public static FeedbackRun Requested(InitiatePhase command, EventCause cause, Guid? eventId, DateTimeOffset now) =>
        new()
        {
            RunId = command.RunId,
            BatchId = command.BatchId,
            UserId =
                cause.UserId ?? throw new ProcessingFailureException("MISSING_OWNER", "The command names nobody on whose behalf to ask."),
            OrgId = cause.OrgId,
            CourseCode = command.CourseCode,
            Language = command.Language,
            ClassType = command.ClassType,
            CorrelationId = cause.CorrelationId,
            RequestEventId = eventId,
            Trace = cause.Trace,
            NextAttemptAt = now,
            ProgressAt = now,
            CreatedAt = now,
        };

    /// <summary>A batch that was cancelled before its command came: the command will find it closed.</summary>
    public static FeedbackRun CancelledEarly(BatchStatusChanged change, EventCause cause, DateTimeOffset now) =>
        new()
        {
            RunId = Guid.CreateVersion7(now),
            BatchId = change.BatchId,
            UserId = change.UserId,
            OrgId = cause.OrgId,
            ClassType = change.ClassType,
            CorrelationId = cause.CorrelationId,
            State = RunState.Cancelled,
            ProgressAt = now,
            CreatedAt = now,
            FinishedAt = now,
        };
}
