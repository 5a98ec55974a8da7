using MassTransit;
using Phase1.Events;

namespace Phase1.Benchmarks.Engine;

/// <summary>One transition and one event out for every message in; poison it cannot take.</summary>
sealed class BenchSagaMachine : MassTransitStateMachine<BenchSaga>
{
    /// <summary>Whose files are poison.</summary>
    internal const string PoisonedUser = "bench-poison";

    public BenchSagaMachine()
    {
        InstanceState(tally => tally.CurrentState);
        Event(() => FileAdded, e => e.CorrelateById(context => context.Message.BatchId));
        Initially(When(FileAdded).Then(Count).Publish(context => Counted(context)).TransitionTo(Counting));
        During(Counting, When(FileAdded).Then(Count).Publish(context => Counted(context)));
    }

    public State Counting { get; } = null!;

    public Event<BatchFileAdded> FileAdded { get; } = null!;

    static void Count(BehaviorContext<BenchSaga, BatchFileAdded> context)
    {
        context.Saga.Files++;
        context.Saga.LastAt = context.Message.Timestamp;
        if (context.Message.UserId == PoisonedUser)
        {
            throw new InvalidOperationException("poison");
        }
    }

    static BatchStatusChanged Counted(BehaviorContext<BenchSaga, BatchFileAdded> context) =>
        Counted(context.Message.BatchId, context.Message.UserId, context.Message.Timestamp);

    /// <summary>What goes out for every message.</summary>
    internal static BatchStatusChanged Counted(Guid batchId, string userId, DateTimeOffset at) =>
        new()
        {
            BatchId = batchId,
            ToStatus = BatchStatus.AwaitingContentValidation,
            Trigger = "counted",
            ClassType = BatchKind.Guest,
            UserId = userId,
            OccurredAt = at,
        };
}
