using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Discovery;

/// <summary>
/// Says that this process lives, in a loop that no stage can hold up, and gives its tickets back when it stops. Real time, not the domain's: moving
/// the suite's clock a day must declare nobody dead.
/// </summary>
sealed partial class OccurrenceLease(
    IServiceProvider services,
    Occurrence occurrence,
    IOccurrenceStore occurrences,
    TicketWorker worker,
    TicketsOptions options,
    NetworkClock network,
    ILogger<OccurrenceLease> logger
) : BackgroundWork(services)
{
    protected override TimeSpan LongestPause => options.Heartbeat;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var wasKnown = occurrence.IsKnown;
        occurrence.Rank = await occurrences.BeatAsync(occurrence.Id, options.Lease, cancellationToken);
        if (!wasKnown)
        {
            worker.Wake();
        }
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) =>
        Task.Delay(options.Heartbeat, network.Time, cancellationToken);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!occurrence.IsKnown)
        {
            return;
        }
        try
        {
            await occurrences.ReleaseAsync(occurrence.Id, cancellationToken);
        }
        catch (Exception error)
        {
            NotReleased(FaultTrace.Of(error));
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "The tickets of this process could not be given back; the others take them when its lease is over: {Fault}"
    )]
    partial void NotReleased(string fault);
}
