using Phase1.BatchOrchestrator.Pipelines;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>What the teacher is told: one method for each row of the notification table that is ours.</summary>
static class BatchNotifications
{
    internal static TeacherNotificationRequested MatchingStarted(BatchState batch, IBatchRecords records, int essays) =>
        To(batch, records, NotificationType.StudentMatchingStarted) with
        {
            Category = NotificationCategory.StudentWorkflow,
            Priority = NotificationPriority.Low,
            Payload = new NotificationPayload { { "essay_count", essays } },
        };

    internal static TeacherNotificationRequested Ready(BatchState batch, IBatchRecords records, int essays) =>
        To(batch, records, NotificationType.BatchReady) with
        {
            Priority = NotificationPriority.High,
            ActionRequired = true,
            Payload = new NotificationPayload { { "essay_count", essays }, { "class_type", WireEnum.Name(batch.ClassType) } },
        };

    internal static TeacherNotificationRequested RunStarted(BatchState batch, IBatchRecords records, PipelineRun run, int essays) =>
        To(batch, records, NotificationType.BatchProcessingStarted) with
        {
            Priority = NotificationPriority.Low,
            Payload = PayloadOf(run, essays),
        };

    internal static TeacherNotificationRequested RunEnded(BatchState batch, IBatchRecords records, PipelineRun run, int essays)
    {
        var clean = batch.Status == BatchStatus.CompletedSuccessfully;
        var payload = PayloadOf(run, essays);
        payload.Add("status", WireEnum.Name(batch.Status));
        payload.Add("failed_count", run.FailedEssayIds.Count);
        return To(batch, records, NotificationType.PipelineCompleted) with
        {
            Priority = clean ? NotificationPriority.High : NotificationPriority.Immediate,
            ActionRequired = !clean,
            Payload = payload,
        };
    }

    internal static TeacherNotificationRequested Denied(
        BatchState batch,
        IBatchRecords records,
        RequestPipeline request,
        DenialReason reason
    )
    {
        var payload = new NotificationPayload
        {
            { "requested_pipeline", request.RequestedPipeline },
            { "reason", WireEnum.Name(reason) },
            { "message", reason.InWords() },
        };
        if (reason != DenialReason.NotOwner)
        {
            payload.Add("status", WireEnum.Name(batch.Status));
        }
        return To(batch, records, NotificationType.PipelineDenied(reason)) with
        {
            TeacherId = request.UserId,
            Priority = NotificationPriority.Immediate,
            ActionRequired = true,
            Payload = payload,
            ClassId = reason == DenialReason.NotOwner ? null : batch.ClassId,
        };
    }

    internal static TeacherNotificationRequested Failed(BatchState batch, IBatchRecords records) =>
        To(batch, records, NotificationType.BatchFailed) with
        {
            Category = NotificationCategory.SystemAlerts,
            Priority = NotificationPriority.Immediate,
            ActionRequired = true,
            Payload = new NotificationPayload { { "status", WireEnum.Name(batch.Status) } },
        };

    internal static TeacherNotificationRequested Cancelled(BatchState batch, IBatchRecords records, string? reason)
    {
        var payload = new NotificationPayload { { "status", WireEnum.Name(batch.Status) } };
        if (reason is not null)
        {
            payload.Add("reason", reason);
        }
        return To(batch, records, NotificationType.BatchCancelled) with { Category = NotificationCategory.SystemAlerts, Payload = payload };
    }

    internal static TeacherNotificationRequested Stuck(BatchState batch, DateTimeOffset now) =>
        To(batch, batch.ChainId, now, NotificationType.BatchStuck) with
        {
            Category = NotificationCategory.SystemAlerts,
            Priority = NotificationPriority.Immediate,
            Payload = new NotificationPayload
            {
                { "status", WireEnum.Name(batch.Status) },
                { "age_seconds", (int)Math.Min((now - batch.StatusSince).TotalSeconds, int.MaxValue) },
            },
        };

    static NotificationPayload PayloadOf(PipelineRun run, int essays) =>
        new()
        {
            { "run_id", run.RunId },
            { "requested_pipeline", run.RequestedPipeline },
            { "phases", [.. run.Phases.Select(progress => WireEnum.Name(progress.Phase))] },
            { "essay_count", essays },
        };

    static TeacherNotificationRequested To(BatchState batch, IBatchRecords records, string type) =>
        To(batch, records.Cause.CorrelationId, records.Now, type);

    static TeacherNotificationRequested To(BatchState batch, Guid correlationId, DateTimeOffset now, string type) =>
        new()
        {
            TeacherId = batch.UserId,
            NotificationType = type,
            Category = NotificationCategory.BatchProgress,
            Priority = NotificationPriority.Standard,
            Payload = new NotificationPayload(),
            ActionRequired = false,
            CorrelationId = correlationId,
            BatchId = batch.CorrelationId,
            ClassId = batch.ClassId,
            Timestamp = now,
        };
}
