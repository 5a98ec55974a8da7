using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Timeline;

/// <summary>Takes what is old off the timeline. The batches and their history stay.</summary>
sealed class TimelineRetention(IServiceProvider services, TimelineOptions options, TimeProvider clock) : PeriodicWork(services)
{
    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - options.KeptFor;
        await scope
            .GetRequiredService<BatchDbContext>()
            .Timeline.Where(entry => entry.OccurredAt < before)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
