using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.BatchOrchestrator.Batches.Activities;

/// <summary>What follows when authors are decided and when essays are released.</summary>
static class ValidationActivities
{
    /// <summary>Marks the named essays decided. The first decision of an essay stands; a confirmation without news is a duplicate.</summary>
    internal static EventActivityBinder<BatchState, StudentAssociationsConfirmed> DecideEssays(
        this EventActivityBinder<BatchState, StudentAssociationsConfirmed> binder
    ) =>
        binder.ThenAsync(async context =>
        {
            var essays = await context.EssaysAsync();
            FactChecks.Verify(context.Saga, essays, context.Message);
            var decisions = context.Message.Associations.ToDictionary(association => association.EssayId);
            BatchEssay[] undecided =
            [
                .. essays.Where(essay => essay.HasText && essay.DecidedAt is null && decisions.ContainsKey(essay.EssayId)),
            ];
            foreach (var essay in undecided)
            {
                var decision = decisions[essay.EssayId];
                essay.DecidedAt = decision.ValidatedAt;
                essay.Excluded = decision.StudentId is null;
            }
            if (undecided.Length == 0)
            {
                context.Records().Outcome = RecordOutcome.Duplicate;
                return;
            }
            context.Saga.UpdatedAt = context.Records().Now;
        });

    /// <summary>Replaces the list by the released essays; excluded ones stay as they are, on the list but never stored.</summary>
    internal static EventActivityBinder<BatchState, BatchEssaysReady> StoreReadyEssays(
        this EventActivityBinder<BatchState, BatchEssaysReady> binder
    ) =>
        binder.ThenAsync(async context =>
        {
            var essays = await context.EssaysAsync();
            FactChecks.Verify(context.Saga, essays, context.Message);
            var ready = context.Message.ReadyEssays.ToDictionary(text => text.EssayId);
            foreach (var essay in essays.Where(essay => !essay.Excluded))
            {
                if (ready.TryGetValue(essay.EssayId, out var text))
                {
                    essay.Take(text);
                    essay.Stored = true;
                }
                else
                {
                    context.Records().Remove(essay);
                }
            }
        });

    internal static EventActivityBinder<BatchState, T> ReportReady<T>(this EventActivityBinder<BatchState, T> binder)
        where T : class =>
        binder.ThenAsync(async context =>
        {
            var stored = (await context.EssaysAsync()).Count(essay => essay.Stored);
            context.Records().Publish(context.Saga, BatchNotifications.Ready(context.Saga, context.Records(), stored));
        });
}
