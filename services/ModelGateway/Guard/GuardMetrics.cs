using System.Diagnostics.Metrics;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Guard;

/// <summary>How long calls wait for the guard, how many share a transaction, and what is refused.</summary>
static class GuardMetrics
{
    static readonly Histogram<double> Seconds = ModelGatewayService.Meter.CreateSecondsHistogram(
        "phase1_llm_guard_seconds",
        "Time of a transaction of the guard",
        [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5]
    );

    static readonly Histogram<int> GroupSize = ModelGatewayService.Meter.CreateHistogram(
        "phase1_llm_guard_group_size",
        description: "Admissions and settlements of one transaction",
        tags: null,
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] }
    );

    static readonly Counter<long> Refusals = ModelGatewayService.Meter.CreateCounter<long>(
        "phase1_llm_refusals_total",
        description: "Calls that a budget did not cover"
    );

    static readonly Counter<long> Unguarded = ModelGatewayService.Meter.CreateCounter<long>(
        "phase1_llm_unguarded_calls_total",
        description: "Calls that were made while no budget could be looked at"
    );

    internal static void CountUnguarded() => Unguarded.Add(1);

    internal static void CountGroup(int size, TimeSpan time)
    {
        GroupSize.Record(size);
        Seconds.Record(time.TotalSeconds);
    }

    internal static void CountRefusal(Meter meter) =>
        Refusals.Add(1, new("scope_type", WireEnum.Name(meter.Scope)), new("unit", WireEnum.Name(meter.Unit)));
}
