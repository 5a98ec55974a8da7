using System.Diagnostics.Metrics;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Discovery;

/// <summary>What rounds do, and how long they take.</summary>
static class DiscoveryMetrics
{
    static readonly Counter<long> Claims = TicketsService.Meter.CreateCounter<long>(
        "phase1_ticket_claims_total",
        description: "Claims of tickets, by what became of them"
    );

    static readonly Counter<long> Tasks = TicketsService.Meter.CreateCounter<long>(
        "phase1_ticket_tasks_total",
        description: "Ended tasks, by procedure and how they ended"
    );

    static readonly Histogram<double> Seconds = TicketsService.Meter.CreateSecondsHistogram(
        "phase1_ticket_discovery_seconds",
        "Time of a round of discovery",
        [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5]
    );

    internal static void CountClaim(ClaimResult result) =>
        Claims.Add(1, new KeyValuePair<string, object?>("result", WireEnum.Name(result)));

    internal static void CountTask(string sop, TaskSource source, WorkTaskStatus status) =>
        Tasks.Add(1, new("sop", sop), new("source", WireEnum.Name(source)), new("result", WireEnum.Name(status)));

    internal static void CountRound(TimeSpan time) => Seconds.Record(time.TotalSeconds);
}
