using Phase1.Events;
using Phase1.Feedback.Essays;

namespace Phase1.Feedback.Runs;

/// <summary>What a run tells the others: ids, counts and codes.</summary>
static class RunFacts
{
    /// <summary>How the phase ended.</summary>
    /// <param name="run">The run.</param>
    /// <param name="essays">All of its essays, each at its end.</param>
    internal static BatchPhaseCompleted Completed(FeedbackRun run, IReadOnlyList<FeedbackEssay> essays)
    {
        EssayRef[] processed =
        [
            .. essays
                .Where(essay => essay.State == EssayState.Done)
                .Select(essay => new EssayRef { EssayId = essay.EssayId, TextStorageId = essay.TextStorageId }),
        ];
        return new()
        {
            BatchId = run.BatchId,
            PhaseName = Phase.AiFeedback,
            PhaseStatus =
                processed.Length == 0 ? PhaseStatus.FailedCritically
                : processed.Length < essays.Count ? PhaseStatus.CompletedWithFailures
                : PhaseStatus.CompletedSuccessfully,
            ProcessedEssays = processed,
            FailedEssayIds = [.. essays.Where(essay => essay.State == EssayState.Failed).Select(essay => essay.EssayId)],
            RunId = run.RunId,
        };
    }

    internal static BatchPhaseParked Parked(FeedbackRun run, IReadOnlyList<Guid> missing, DateTimeOffset now) =>
        new()
        {
            BatchId = run.BatchId,
            RunId = run.RunId,
            Phase = Phase.AiFeedback,
            Reason = WireEnum.Name(run.ParkedReason!.Value),
            BudgetId = run.ParkedBudgetId,
            ParkedUntil = run.ParkedUntil,
            MissingEssayIds = missing,
            OccurredAt = now,
        };

    /// <summary>A parked run goes on; to be made before it is resumed.</summary>
    internal static BatchPhaseResumed Resumed(FeedbackRun run, IReadOnlyList<Guid> missing, DateTimeOffset now) =>
        new()
        {
            BatchId = run.BatchId,
            RunId = run.RunId,
            Phase = Phase.AiFeedback,
            Reason = WireEnum.Name(run.ParkedReason!.Value),
            BudgetId = run.ParkedBudgetId,
            ParkedUntil = run.ParkedUntil,
            MissingEssayIds = missing,
            OccurredAt = now,
        };

    internal static TeacherNotificationRequested Waits(FeedbackRun run, int missing, DateTimeOffset now) =>
        new()
        {
            TeacherId = run.UserId,
            NotificationType = NotificationType.AiFeedbackParked,
            Category = NotificationCategory.ProcessingResults,
            Priority = NotificationPriority.Standard,
            Payload = new NotificationPayload { { "reason", WireEnum.Name(run.ParkedReason!.Value) }, { "missing", missing } },
            ActionRequired = false,
            CorrelationId = run.CorrelationId,
            BatchId = run.BatchId,
            Timestamp = now,
        };
}
