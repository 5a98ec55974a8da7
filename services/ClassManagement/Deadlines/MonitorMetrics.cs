using System.Diagnostics.Metrics;

namespace Phase1.ClassManagement.Deadlines;

static class MonitorMetrics
{
    static readonly Counter<long> Ticks = ClassManagementService.Meter.CreateCounter<long>("phase1_monitor_ticks_total");
    static readonly Histogram<double> Lateness = ClassManagementService.Meter.CreateHistogram<double>(
        "phase1_deadline_lateness_seconds",
        unit: "s"
    );

    internal static void Ticked(int worked, int failed) =>
        Ticks.Add(
            1,
            new KeyValuePair<string, object?>(
                "result",
                failed > 0 ? "failed"
                    : worked > 0 ? "worked"
                    : "idle"
            )
        );

    internal static void Released(TimeSpan late) => Lateness.Record(late.TotalSeconds);
}
