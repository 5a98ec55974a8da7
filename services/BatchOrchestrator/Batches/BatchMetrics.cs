using System.Diagnostics.Metrics;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>What is counted while batches move.</summary>
static class BatchMetrics
{
    static readonly Counter<long> Transitions = BatchOrchestratorService.Meter.CreateCounter<long>(
        "phase1_batch_transitions_total",
        description: "Status changes of batches"
    );

    // From a quick batch of seconds to the watchdog's longest limit.
    static readonly Histogram<double> StateAge = BatchOrchestratorService.Meter.CreateSecondsHistogram(
        "phase1_batch_state_age_seconds",
        "How long batches stayed in a status, measured when they leave it",
        [1, 10, 60, 300, 900, 3600, 6 * 3600, 24 * 3600, 48 * 3600]
    );

    static readonly Counter<long> Dropped = BatchOrchestratorService.Meter.CreateCounter<long>(
        "phase1_parked_facts_dropped_total",
        description: "Parked facts of batches that ended without them"
    );

    /// <param name="change">The step.</param>
    /// <param name="kind">Of the batch.</param>
    /// <param name="since">When it had entered the status that it leaves.</param>
    internal static void Count(StatusChange change, BatchKind kind, DateTimeOffset since)
    {
        var from = change.FromStatus is { } left ? WireEnum.Name(left) : "none";
        Transitions.Add(1, new("from", from), new("to", WireEnum.Name(change.ToStatus)), new("trigger", change.Trigger));
        if (change.FromStatus is not null)
        {
            StateAge.Record((change.RecordedAt - since).TotalSeconds, new("status", from), new("class_type", WireEnum.Name(kind)));
        }
    }

    internal static void CountDropped(ParkedFact fact) =>
        Dropped.Add(1, new KeyValuePair<string, object?>("kind", WireEnum.Name(fact.Kind)));
}
