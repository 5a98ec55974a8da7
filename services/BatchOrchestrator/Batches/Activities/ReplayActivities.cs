using MassTransit;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches.Activities;

/// <summary>Taking parked facts up after each transition.</summary>
static class ReplayActivities
{
    /// <summary>
    /// Raises what is parked on the machine again, in order; what it parks again stays, and a terminal status drops it all. One pass is
    /// enough: a fact can only wait for those before it in the order.
    /// </summary>
    internal static EventActivityBinder<BatchState, T> ReplayParked<T>(this EventActivityBinder<BatchState, T> binder)
        where T : class =>
        binder.ThenAsync(async context =>
        {
            if (context.Service<Replay>().IsRunning)
            {
                return;
            }
            foreach (var fact in await context.ParkedAsync())
            {
                if (context.Saga.Status.IsTerminal)
                {
                    context.Records().Remove(fact);
                    context.Records().AfterCommit(() => BatchMetrics.CountDropped(fact));
                }
                else
                {
                    await context.ReplayAsync(fact);
                }
            }
        });

    static async Task ReplayAsync(this BehaviorContext<BatchState> context, ParkedFact fact)
    {
        var (records, replay) = (context.Records(), context.Service<Replay>());
        var (cause, outcome) = (records.Cause, records.Outcome);
        var envelope = fact.Open();
        records.Cause = cause with { CausationId = fact.EventId };
        using (replay.Begin(envelope.Header.EventTimestamp))
        {
            await context.RaiseAsync(envelope.Data);
        }
        (records.Cause, records.Outcome) = (cause, outcome);
        if (!replay.Kept)
        {
            records.Remove(fact);
        }
    }

    static Task RaiseAsync(this BehaviorContext<BatchState> context, IFact fact)
    {
        var machine = (BatchStateMachine)context.StateMachine;
        return fact switch
        {
            StudentAssociationsConfirmed confirmed => context.Raise(machine.AssociationsConfirmed, confirmed),
            BatchEssaysReady ready => context.Raise(machine.EssaysReady, ready),
            _ => throw new InvalidOperationException($"{fact.GetType().Name} is never parked."),
        };
    }
}
