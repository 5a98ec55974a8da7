using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations.Suggestions;

/// <summary>Gives up suggestions whose matching has not been requested in time: dead letters, with the reason, that can be redriven when it is.</summary>
sealed class UnrequestedBatches(IServiceProvider services, WaitingOptions options, TimeProvider clock) : PeriodicWork(services)
{
    // One tick's share; what is left is found by the next one.
    const int MostInOneTick = 100;

    protected override TimeSpan Interval => options.Interval;

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var work = scope.GetRequiredService<UnitOfWork>();
        await work.BeginAsync(cancellationToken);
        foreach (var overdue in await TakeAsync(scope.GetRequiredService<ClassManagementDbContext>(), cancellationToken))
        {
            await work.GiveUpAsync(
                overdue.Envelope,
                GivenUpFacts.UnknownBatch,
                $"No matching of this batch was requested within {options.UnknownBatch}.",
                overdue.ReceivedAt,
                cancellationToken
            );
        }
        await work.CommitAsync(cancellationToken);
    }

    Task<List<OverdueFact>> TakeAsync(ClassManagementDbContext db, CancellationToken cancellationToken)
    {
        var border = clock.GetUtcNow() - options.UnknownBatch;
        return db
            .Database.SqlQuery<OverdueFact>(
                $"""
                with overdue as (
                    select batch_id, event_id from pending_suggestions where received_at <= {border}
                    order by arrival limit {MostInOneTick} for update skip locked
                )
                delete from pending_suggestions p using overdue o where p.batch_id = o.batch_id and p.event_id = o.event_id
                returning p.envelope::text as "Envelope", p.received_at as "ReceivedAt"
                """
            )
            .ToListAsync(cancellationToken);
    }
}
