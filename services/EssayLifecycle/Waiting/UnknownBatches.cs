using Microsoft.EntityFrameworkCore;
using Phase1.EssayLifecycle.Batches;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle.Waiting;

/// <summary>Gives up facts whose batch has not been registered in time: dead letters, with the reason, that can be redriven when it is.</summary>
sealed class UnknownBatches(IServiceProvider services, WaitingOptions options, TimeProvider clock) : PeriodicWork(services)
{
    // One tick's share; what is left is found by the next one.
    const int MostInOneTick = 100;

    protected override TimeSpan Interval => options.Interval;

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var db = scope.GetRequiredService<EssayDbContext>();
        var work = scope.GetRequiredService<UnitOfWork>();
        var trackers = scope.GetRequiredService<Trackers>();
        var border = clock.GetUtcNow() - options.UnknownBatch;
        await work.BeginAsync(cancellationToken);
        foreach (var batchId in await OverdueAsync(db, border, cancellationToken))
        {
            // Locked as a registration would lock it: whoever comes second sees what the first has done.
            if (await trackers.LockAsync(batchId, cancellationToken) is not null)
            {
                continue;
            }
            foreach (var fact in await TakeAsync(db, batchId, border, cancellationToken))
            {
                await work.GiveUpAsync(
                    fact.Envelope,
                    GivenUpFacts.UnknownBatch,
                    $"No batch with this id was registered within {options.UnknownBatch}.",
                    fact.ReceivedAt,
                    cancellationToken
                );
            }
        }
        await work.CommitAsync(cancellationToken);
    }

    static Task<List<Guid>> OverdueAsync(EssayDbContext db, DateTimeOffset border, CancellationToken cancellationToken) =>
        db
            .Database.SqlQuery<Guid>(
                $"""
                select distinct w.batch_id as "Value"
                from (
                    select batch_id, received_at from pending_content
                    union all
                    select batch_id, received_at from pending_confirmations
                ) w
                where w.received_at <= {border} and not exists (select from batch_trackers t where t.batch_id = w.batch_id)
                limit {MostInOneTick}
                """
            )
            .ToListAsync(cancellationToken);

    static Task<List<OverdueFact>> TakeAsync(EssayDbContext db, Guid batchId, DateTimeOffset border, CancellationToken cancellationToken) =>
        db
            .Database.SqlQuery<OverdueFact>(
                $"""
                with texts as (
                    delete from pending_content where batch_id = {batchId} and received_at <= {border} returning envelope, received_at
                ), decisions as (
                    delete from pending_confirmations where batch_id = {batchId} and received_at <= {border} returning envelope, received_at
                )
                select envelope::text as "Envelope", received_at as "ReceivedAt" from texts
                union all
                select envelope::text, received_at from decisions
                """
            )
            .ToListAsync(cancellationToken);
}
