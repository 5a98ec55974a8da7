using System.Diagnostics.Metrics;
using Phase1.Events;

namespace Phase1.Tickets.Lifecycle;

/// <summary>What changes of tickets are counted.</summary>
static class TicketMetrics
{
    static readonly Counter<long> OffPolicy = TicketsService.Meter.CreateCounter<long>(
        "phase1_ticket_off_policy_total",
        description: "Changes that succeeded outside the graph of statuses"
    );

    internal static void Count(TicketChange change)
    {
        if (change is { OffPolicy: true, FromStatus: { } from })
        {
            OffPolicy.Add(1, new("from", WireEnum.Name(from)), new("to", WireEnum.Name(change.ToStatus)));
        }
    }
}
