using MassTransit;
using Phase1.Events;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>
/// Counts files: open at the first, closed and gone for good by the word of a status. A file called "same" changes nothing, "boom" throws after
/// it has been counted and told, and every counted file is told on the log.
/// </summary>
public sealed class TallyMachine : MassTransitStateMachine<Tally>
{
    public TallyMachine()
    {
        InstanceState(tally => tally.CurrentState);
        Event(() => FileAdded, e => e.CorrelateById(c => c.Message.BatchId));
        Event(
            () => StatusChanged,
            e =>
            {
                e.CorrelateById(c => c.Message.BatchId);
                e.OnMissingInstance(m => m.Discard());
            }
        );
        Initially(When(FileAdded).Then(Count).PublishAsync(Told).Then(Boom).TransitionTo(Open));
        During(
            Open,
            When(FileAdded, c => c.Message.Filename != "same").Then(Count).PublishAsync(Told).Then(Boom),
            When(FileAdded, c => c.Message.Filename == "same").Then(_ => { }),
            When(StatusChanged, c => c.Message.ToStatus == BatchStatus.Cancelled).Finalize(),
            When(StatusChanged, c => c.Message.ToStatus != BatchStatus.Cancelled).Then(c => c.Saga.Closed = true)
        );
        SetCompletedWhenFinalized();
    }

    public State Open { get; private set; } = null!;

    public Event<BatchFileAdded> FileAdded { get; private set; } = null!;

    public Event<BatchStatusChanged> StatusChanged { get; private set; } = null!;

    static void Count(BehaviorContext<Tally, BatchFileAdded> context)
    {
        context.Saga.Files++;
        context.Saga.LastUpload = context.Message.FileUploadId;
        context.Saga.Mood = context.Saga.Files > 1 ? TallyMood.Busy : TallyMood.Calm;
    }

    static void Boom(BehaviorContext<Tally, BatchFileAdded> context)
    {
        if (context.Message.Filename == "boom")
        {
            throw new InvalidOperationException("boom");
        }
    }

    static Task<EssaySlotAssigned> Told(BehaviorContext<Tally, BatchFileAdded> context) =>
        Task.FromResult(
            new EssaySlotAssigned
            {
                BatchId = context.Message.BatchId,
                EssayId = context.Message.FileUploadId,
                FileUploadId = context.Message.FileUploadId,
                TextStorageId = $"tally/{context.Saga.Files}",
                CorrelationId = context.CorrelationId ?? Guid.Empty,
                Timestamp = context.Message.Timestamp,
            }
        );
}
