using Phase1.Events;

namespace Phase1.BatchOrchestrator.Pipelines;

/// <summary>One run of a pipeline over a batch: its phases in order, and how each ended.</summary>
sealed class PipelineRun
{
    public required Guid RunId { get; init; }
    public required Guid BatchId { get; init; }
    public required Guid ClientCorrelationId { get; init; }
    public required string RequestedPipeline { get; init; }
    public required IReadOnlyList<PhaseProgress> Phases { get; set; }
    public Phase? CurrentPhase { get; set; }
    public RunState State { get; set; }
    public required string RequestedBy { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Since when its phase has been parked; null while it is not.</summary>
    public DateTimeOffset? ParkedSince { get; private set; }

    /// <summary>What a parked phase waits for.</summary>
    public string? ParkedReason { get; private set; }

    /// <summary>Until when a parked phase waits, null where nobody can say; of one that was resumed when that was. Patience with the run begins anew then.</summary>
    public DateTimeOffset? ParkedUntil { get; private set; }

    /// <summary>When it was parked or resumed last: records of that come in any order.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    public IReadOnlyList<Guid> FailedEssayIds => [.. Phases.SelectMany(progress => progress.FailedEssayIds).Distinct()];

    /// <summary>Notes how a phase ended, and says what comes next.</summary>
    public PhaseStep Note(BatchPhaseCompleted outcome, DateTimeOffset now)
    {
        if (outcome.PhaseName != CurrentPhase || (outcome.RunId ?? RunId) != RunId)
        {
            return PhaseStep.Foreign;
        }
        Phases = [.. Phases.Select(progress => progress.Phase == CurrentPhase ? progress.Ended(outcome) : progress)];
        if (outcome.PhaseStatus == PhaseStatus.FailedCritically || outcome.ProcessedEssays.Count == 0)
        {
            return End(RunState.FailedCritically, PhaseStep.Failed, now);
        }
        if (Phases.FirstOrDefault(progress => progress.Status is null) is { } next)
        {
            CurrentPhase = next.Phase;
            (ParkedSince, ParkedReason) = (null, null);
            return PhaseStep.Next;
        }
        return Phases.All(progress => progress.IsClean)
            ? End(RunState.CompletedSuccessfully, PhaseStep.Ended, now)
            : End(RunState.CompletedWithFailures, PhaseStep.EndedWithFailures, now);
    }

    /// <summary>Notes that its phase is parked. False where something later is known.</summary>
    public bool Park(BatchPhaseParked parked) =>
        Pause(parked.Phase, parked.OccurredAt, parked.OccurredAt, parked.Reason, parked.ParkedUntil);

    /// <summary>Notes that its phase goes on. False where something later is known.</summary>
    public bool Resume(BatchPhaseResumed resumed) => Pause(resumed.Phase, resumed.OccurredAt, null, null, resumed.OccurredAt);

    bool Pause(Phase phase, DateTimeOffset at, DateTimeOffset? since, string? reason, DateTimeOffset? until)
    {
        if (FinishedAt is not null || phase != CurrentPhase || PausedAt > at)
        {
            return false;
        }
        (PausedAt, ParkedSince, ParkedReason, ParkedUntil) = (at, since, reason, until);
        return true;
    }

    public void Cancel(DateTimeOffset now) => End(RunState.Cancelled, PhaseStep.Ended, now);

    PhaseStep End(RunState state, PhaseStep step, DateTimeOffset now)
    {
        (State, CurrentPhase, FinishedAt) = (state, null, now);
        (ParkedSince, ParkedReason, ParkedUntil) = (null, null, null);
        return step;
    }
}

/// <summary>A phase of a run; without status it has not ended yet.</summary>
sealed record PhaseProgress(Phase Phase, PhaseStatus? Status, IReadOnlyList<Guid> FailedEssayIds)
{
    internal bool IsClean => Status == PhaseStatus.CompletedSuccessfully && FailedEssayIds.Count == 0;

    internal bool IsCompleted => Status is PhaseStatus.CompletedSuccessfully or PhaseStatus.CompletedWithFailures;

    internal PhaseProgress Ended(BatchPhaseCompleted outcome) =>
        this with
        {
            Status = outcome.PhaseStatus,
            FailedEssayIds = [.. outcome.FailedEssayIds],
        };
}

/// <summary>How a run stands.</summary>
enum RunState
{
    Running,
    CompletedSuccessfully,
    CompletedWithFailures,
    FailedCritically,
    Cancelled,
}

/// <summary>Where a phase outcome leads; foreign ones are of another run or phase.</summary>
enum PhaseStep
{
    Foreign,
    Next,
    Ended,
    EndedWithFailures,
    Failed,
}
