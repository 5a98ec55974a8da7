using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Guard;

/// <summary>Books what waits in the spool, as soon as the database is back.</summary>
sealed partial class SpoolBooking(IServiceProvider services, IGuard guard, Spool spool, GuardOptions options, ILogger<SpoolBooking> logger)
    : PeriodicWork(services)
{
    protected override TimeSpan Interval => options.SweepInterval;

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        foreach (var settlement in await spool.TakeAsync(cancellationToken))
        {
            try
            {
                await guard.SettleAsync(settlement with { Trouble = CostTrouble.LedgerUnavailable });
            }
            catch (Exception error) when (error is not LedgerUnavailableException)
            {
                // It stays in the spool, and the others do not wait for it.
                Failed(settlement.Call.Call.RequestId, FaultTrace.Of(error));
                await spool.AppendAsync(settlement);
            }
        }
        spool.Done();
    }

    [LoggerMessage(LogLevel.Error, "The usage of call {RequestId} cannot be booked and stays in the spool: {Fault}")]
    private partial void Failed(Guid requestId, string fault);
}
