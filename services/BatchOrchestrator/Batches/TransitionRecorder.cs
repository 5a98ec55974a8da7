using System.Text.Json;
using MassTransit;
using Phase1.BatchOrchestrator.Batches.Activities;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>Every transition writes its history row and its event, so that no transition can forget them.</summary>
sealed class TransitionRecorder : IStateObserver<BatchState>
{
    public async Task StateChanged(BehaviorContext<BatchState> context, State currentState, State previousState)
    {
        var batch = context.Saga;
        var records = context.Records();
        var replay = context.Service<Replay>();
        BatchStatus? left = Enum.TryParse<BatchStatus>(previousState?.Name, out var from) ? from : null;
        var change = new StatusChange
        {
            BatchId = batch.CorrelationId,
            Seq = left is null ? 1 : await records.NextSeqAsync(batch.CorrelationId, context.CancellationToken),
            FromStatus = left,
            ToStatus = batch.Status,
            Trigger = TriggerOf(context),
            EventId = records.Cause.CausationId,
            CorrelationId = records.Cause.CorrelationId,
            OccurredAt = replay.OccurredAt ?? context.OccurredAt() ?? records.Now,
            RecordedAt = records.Now,
            Replayed = replay.IsRunning,
            Snapshot = await StatusSnapshot.OfAsync(context, left is null),
        };
        var (kind, since) = (batch.ClassType, batch.StatusSince);
        records.AfterCommit(() => BatchMetrics.Count(change, kind, since));
        batch.StatusSince = batch.UpdatedAt = change.RecordedAt;
        batch.StuckSince = null;
        records.Add(change);
        records.Publish(batch, StatusChangedBy(change, batch, ReasonOf(context)));
    }

    static string TriggerOf(BehaviorContext<BatchState> context)
    {
        var trigger = JsonNamingPolicy.SnakeCaseLower.ConvertName(context.Event.Name);
        return context is BehaviorContext<BatchState, StudentAssociationsConfirmed> { Message.TimeoutTriggered: true }
            ? trigger + "_by_timeout"
            : trigger;
    }

    static string? ReasonOf(BehaviorContext<BatchState> context) =>
        context is BehaviorContext<BatchState, CancelBatch> cancel ? cancel.Message.Reason : null;

    static BatchStatusChanged StatusChangedBy(StatusChange change, BatchState batch, string? reason) =>
        new()
        {
            BatchId = change.BatchId,
            FromStatus = change.FromStatus,
            ToStatus = change.ToStatus,
            Trigger = change.Trigger,
            TriggerEventId = change.EventId,
            ClassType = batch.ClassType,
            ClassId = batch.ClassId,
            UserId = batch.UserId,
            Reason = reason,
            OccurredAt = change.OccurredAt,
        };
}
