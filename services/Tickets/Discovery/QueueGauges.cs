using System.Diagnostics.Metrics;
using Phase1.Events;
using Phase1.Messaging.Background;
using Phase1.Tickets.Sops;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Discovery;

/// <summary>Counts the queue and its workers now and then; a scrape shows the last count and asks nobody.</summary>
sealed class QueueGauges(
    IServiceProvider services,
    ITicketSessions sessions,
    IOccurrenceStore occurrences,
    SopCatalogue sops,
    TicketsOptions options,
    TimeProvider clock
) : PeriodicWork(services)
{
    static readonly Gauge<long> Tickets = TicketsService.Meter.CreateGauge<long>(
        "phase1_tickets",
        description: "Open tickets, by procedure and status"
    );

    static readonly Gauge<long> Overdue = TicketsService.Meter.CreateGauge<long>(
        "phase1_tickets_overdue",
        description: "Open tickets behind their deadline, by procedure"
    );

    static readonly Gauge<double> OldestPending = TicketsService.Meter.CreateGauge<double>(
        "phase1_ticket_oldest_pending_seconds",
        "s",
        "How long the oldest pending ticket has waited"
    );

    static readonly Gauge<long> Occurrences = TicketsService.Meter.CreateGauge<long>(
        "phase1_ticket_occurrences",
        description: "Processes that work on tickets, by whether they live"
    );

    protected override TimeSpan Interval => options.SweepInterval;

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var figures = await QueueFigures.ReadAsync(sessions, now, cancellationToken);
        // Every series each time: what is there no more is told as zero.
        foreach (var sop in sops.All.Select(sop => sop.Name))
        {
            foreach (var status in Enum.GetValues<TicketStatus>().Where(status => status <= TicketStatus.Deferred))
            {
                var count = figures.Open.Where(group => (group.Sop, group.Status) == (sop, status)).Sum(group => group.Count);
                Tickets.Record(count, new("sop", sop), new("status", WireEnum.Name(status)));
            }
            Overdue.Record(
                figures.Overdue.Where(group => group.Sop == sop).Sum(group => group.Count),
                new KeyValuePair<string, object?>("sop", sop)
            );
        }
        OldestPending.Record(figures.OldestPending is { } oldest ? Math.Max(0, (now - oldest).TotalSeconds) : 0);
        var workers = await occurrences.ListAsync(options.Lease, cancellationToken);
        foreach (var (state, alive) in new[] { ("alive", true), ("lost", false) })
        {
            Occurrences.Record(workers.Count(worker => worker.Alive == alive), new KeyValuePair<string, object?>("state", state));
        }
    }
}
