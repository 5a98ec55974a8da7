using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.BatchOrchestrator.Batches.Activities;

/// <summary>Keeping facts that come before their status.</summary>
static class ParkingActivities
{
    internal static EventActivityBinder<BatchState, StudentAssociationsConfirmed> ParkConfirmation(
        this EventActivityBinder<BatchState, StudentAssociationsConfirmed> binder
    ) =>
        binder.ThenAsync(async context =>
        {
            FactChecks.Verify(context.Saga, await context.EssaysAsync(), context.Message);
            var parked = await context.ParkedAsync();
            var decided = parked
                .Select(fact => fact.Open().Data)
                .OfType<StudentAssociationsConfirmed>()
                .SelectMany(confirmation => confirmation.Associations)
                .Select(association => association.EssayId)
                .ToHashSet();
            context.Park(
                ParkedKind.AssociationsConfirmed,
                known: context.Message.Associations.All(association => decided.Contains(association.EssayId))
            );
        });

    internal static EventActivityBinder<BatchState, BatchEssaysReady> ParkReady(
        this EventActivityBinder<BatchState, BatchEssaysReady> binder
    ) =>
        binder.ThenAsync(async context =>
        {
            FactChecks.Verify(context.Saga, await context.EssaysAsync(), context.Message);
            var parked = await context.ParkedAsync();
            context.Park(ParkedKind.EssaysReady, known: parked.Any(fact => fact.Kind == ParkedKind.EssaysReady));
        });

    internal static Task<IReadOnlyList<ParkedFact>> ParkedAsync(this BehaviorContext<BatchState> context) =>
        context.Records().ParkedAsync(context.Saga.CorrelationId, context.CancellationToken);

    static void Park<T>(this BehaviorContext<BatchState, T> context, ParkedKind kind, bool known)
        where T : class, IBatchFact
    {
        var (records, replay) = (context.Records(), context.Service<Replay>());
        if (replay.IsRunning)
        {
            replay.Keep();
            return;
        }
        records.Outcome = known ? RecordOutcome.Duplicate : RecordOutcome.Parked;
        if (!known)
        {
            records.Add(ParkedFact.Of(kind, context.Message, records, context.OccurredAt() ?? records.Now));
        }
    }
}
