using System.Diagnostics.Metrics;
using Phase1.Events;

namespace Phase1.ClassManagement.Reconciliation;

static class ReconciliationMetrics
{
    static readonly Gauge<long> Differences = ClassManagementService.Meter.CreateGauge<long>(
        "phase1_reconciliation_differences",
        description: "Reported differences between CMS and BOS or ELS, by kind"
    );

    internal static void Show(IReadOnlyDictionary<DifferenceKind, long> counts)
    {
        foreach (var kind in Enum.GetValues<DifferenceKind>())
        {
            Differences.Record(counts.GetValueOrDefault(kind), new KeyValuePair<string, object?>("kind", WireEnum.Name(kind)));
        }
    }
}
