using Phase1.Messaging.Background;

namespace Phase1.Tickets.Discovery;

/// <summary>Round after round: finds work, and fills the free slots with it. A record, a request and the end of a stage wake it.</summary>
sealed class TicketWorker(
    IServiceProvider services,
    TicketDiscovery discovery,
    TaskRunner runner,
    Occurrence occurrence,
    TicketsOptions options,
    TimeProvider clock
) : PeriodicWork(services)
{
    readonly CancellationTokenSource _stopping = new();

    protected override TimeSpan Interval => options.RoundInterval;

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        if (!occurrence.IsKnown)
        {
            return;
        }
        var started = clock.GetTimestamp();
        await discovery.DiscoverAsync(occurrence.Id, occurrence.Rank, cancellationToken);
        DiscoveryMetrics.CountRound(clock.GetElapsedTime(started));
        await runner.FillAsync(occurrence.Id, Wake, _stopping.Token);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await base.StopAsync(cancellationToken);
        await runner.EndedAsync();
    }

    public override void Dispose()
    {
        _stopping.Dispose();
        base.Dispose();
    }
}
