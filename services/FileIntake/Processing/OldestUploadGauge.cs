using System.Diagnostics.Metrics;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Processing;

/// <summary>Shows how long the oldest unprocessed upload has waited; zero when none waits.</summary>
sealed class OldestUploadGauge(IServiceProvider services, UploadQueue queue, TimeProvider clock) : PeriodicWork(services)
{
    static readonly Gauge<double> Oldest = FileIntakeService.Meter.CreateGauge<double>(
        "phase1_intake_oldest_received_seconds",
        "s",
        "Age of the oldest unprocessed upload"
    );

    protected override TimeSpan Interval => TimeSpan.FromSeconds(15);

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var oldest = await queue.OldestAsync(cancellationToken);
        Oldest.Record(oldest is { } since ? Math.Max(0, (clock.GetUtcNow() - since).TotalSeconds) : 0);
    }
}
