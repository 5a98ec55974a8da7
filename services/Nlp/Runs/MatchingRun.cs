using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Nlp.Runs;

/// <summary>
/// The matching of one batch, from the request to its result. A run whose result lacked texts goes on: it is pending, and has counts, until the texts
/// have come or its time is over.
/// </summary>
sealed class MatchingRun
{
    public Guid BatchId { get; init; }

    public Guid? ClassId { get; init; }

    public CourseCode? CourseCode { get; init; }

    public IReadOnlyList<RunEssay> Essays { get; init; } = [];

    public Guid CorrelationId { get; init; }

    /// <summary>The event id of the request: the cause of the result.</summary>
    public Guid? RequestEventId { get; init; }

    public string? UserId { get; init; }

    public string? OrgId { get; init; }

    public RunState State { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>
    /// The first attempt plus the time that roster and texts may stay away, null before it; after a result that lacked texts, when they are waited for no
    /// more.
    /// </summary>
    public DateTimeOffset? GiveUpAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The last result in numbers.</summary>
    public RunCounts? Counts { get; set; }

    /// <summary>A result has been sent, so that what follows can only complete it.</summary>
    public bool HasResult => Counts is not null;

    /// <summary>Where in a trace the request was taken in.</summary>
    public TraceContext? Trace { get; init; }

    public EventCause Cause => new(CorrelationId, RequestEventId, UserId, OrgId, Trace);

    public void End(RunState state, DateTimeOffset at) => (State, FinishedAt) = (state, at);

    public static MatchingRun Requested(BatchStudentMatchingRequested request, EventCause cause, Guid? eventId, DateTimeOffset now) =>
        new()
        {
            BatchId = request.BatchId,
            ClassId = request.ClassId,
            CourseCode = request.CourseCode,
            Essays = [.. request.EssaysToProcess.Select(RunEssay.Of)],
            CorrelationId = cause.CorrelationId,
            RequestEventId = eventId,
            UserId = cause.UserId,
            OrgId = cause.OrgId,
            Trace = cause.Trace,
            NextAttemptAt = now,
        };

    /// <summary>A batch that was cancelled before its request came: the request will find it closed.</summary>
    public static MatchingRun CancelledEarly(BatchStatusChanged change, EventCause cause, DateTimeOffset now) =>
        new()
        {
            BatchId = change.BatchId,
            ClassId = change.ClassId,
            CorrelationId = cause.CorrelationId,
            UserId = change.UserId,
            OrgId = cause.OrgId,
            State = RunState.Cancelled,
            NextAttemptAt = now,
            FinishedAt = now,
        };
}
