using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations;

/// <summary>Counts the open sets by age once a minute; a scrape shows the last count and asks nobody.</summary>
sealed class OpenSetsGauge(IServiceProvider services, TimeProvider clock) : PeriodicWork(services)
{
    static readonly (string Bucket, TimeSpan Below)[] Buckets =
    [
        ("under_1h", TimeSpan.FromHours(1)),
        ("under_12h", TimeSpan.FromHours(12)),
        ("under_24h", TimeSpan.FromHours(24)),
        ("under_48h", TimeSpan.FromHours(48)),
        ("older", TimeSpan.MaxValue),
    ];

    static readonly Gauge<long> OpenSets = ClassManagementService.Meter.CreateGauge<long>(
        "phase1_association_sets_open",
        description: "Sets that wait for decisions, by age"
    );

    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var db = scope.GetRequiredService<ClassManagementDbContext>();
        var open = db.AssociationSets.Where(set => set.State == SetState.Open);
        var oldest = now;
        foreach (var (bucket, below) in Buckets)
        {
            var newest = oldest;
            oldest = below == TimeSpan.MaxValue ? DateTimeOffset.MinValue : now - below;
            var count = await open.LongCountAsync(set => set.OpenedAt > oldest && set.OpenedAt <= newest, cancellationToken);
            OpenSets.Record(count, new KeyValuePair<string, object?>("age", bucket));
        }
    }
}
