using Phase1.Messaging.Background;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Discovery;

/// <summary>Gives back the tickets of processes that are gone; whoever comes first does it.</summary>
sealed partial class DeadOccurrenceSweep(
    IServiceProvider services,
    IOccurrenceStore occurrences,
    TicketWorker worker,
    TicketsOptions options,
    ILogger<DeadOccurrenceSweep> logger
) : PeriodicWork(services)
{
    protected override TimeSpan Interval => options.SweepInterval;

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var returned = await occurrences.ReturnOrphansAsync(options.Lease, cancellationToken);
        if (returned > 0)
        {
            Returned(returned);
            worker.Wake();
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Count} tickets of processes that are gone belong to nobody again")]
    partial void Returned(int count);
}
