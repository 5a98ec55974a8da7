using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Watchdog;

/// <summary>Marks batches that have stayed in a status for too long, and tells their teachers, once for each entry into the status.</summary>
sealed partial class BatchWatchdog(
    IServiceProvider services,
    WatchdogOptions options,
    WatchdogLimits limits,
    BatchGauges gauges,
    TimeProvider clock,
    ILogger<BatchWatchdog> logger
) : PeriodicWork(services)
{
    // One tick's share; what is left is found by the next one.
    const int MostInOneTick = 500;

    protected override TimeSpan Interval => options.Interval;

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var db = scope.GetRequiredService<BatchDbContext>();
        var uow = scope.GetRequiredService<UnitOfWork>();
        await uow.BeginAsync(cancellationToken);
        foreach (var batch in await OverdueAsync(db, cancellationToken))
        {
            batch.StuckSince = clock.GetUtcNow();
            uow.Publish(BatchNotifications.Stuck(batch, clock.GetUtcNow()), new EventCause(batch.ChainId, null, batch.UserId, batch.OrgId));
            var (batchId, status, since) = (batch.CorrelationId, batch.Status, batch.StatusSince);
            Stuck(batchId, status, since);
        }
        await uow.CommitAsync(cancellationToken);
        await gauges.RefreshAsync(db, cancellationToken);
    }

    Task<List<BatchState>> OverdueAsync(BatchDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        string[] statuses = [.. limits.ByStatus.Keys.Select(WireEnum.Name)];
        DateTimeOffset[] borders = [.. limits.ByStatus.Values.Select(limit => now - limit)];
        // Batches that another worker is moving right now are not stuck; several watchdogs share the work. Who waits for a budget is patient until the
        // budget begins anew.
        return db
            .Batches.FromSql(
                $"""
                select b.*
                from batches b join unnest({statuses}, {borders}) as l (status, border) on b.status = l.status
                left join pipeline_runs r on r.batch_id = b.batch_id and r.finished_at is null
                where b.stuck_since is null and greatest(b.status_since, r.parked_until) <= l.border
                  and (r.parked_since is null or r.parked_until is not null)
                order by b.batch_id
                limit {MostInOneTick}
                for update of b skip locked
                """
            )
            .ToListAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Batch {BatchId} is stuck in {Status} since {StatusSince}")]
    private partial void Stuck(Guid batchId, BatchStatus status, DateTimeOffset statusSince);
}
