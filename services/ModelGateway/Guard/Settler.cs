using Phase1.Messaging;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Guard;

/// <summary>Settles calls whose usage must not be lost: what the database does not take is written to the spool, and booked from there.</summary>
sealed class Settler(IGuard guard, Spool spool, CostAverages averages, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Settles a call.</summary>
    /// <param name="settlement">The end of the call.</param>
    /// <exception cref="LedgerUnavailableException">It waits in the spool.</exception>
    internal async Task SettleAsync(Settlement settlement)
    {
        if (settlement.Call.IsUnguarded)
        {
            await SpoolAsync(settlement);
            return;
        }
        try
        {
            await guard.SettleAsync(settlement with { Anomaly = await averages.JudgeAsync(settlement.Usage) });
        }
        catch (LedgerUnavailableException)
        {
            await spool.AppendAsync(settlement);
            throw;
        }
        // The database is there and refuses it: a defect, or a row of somebody else's. The usage is not lost, and somebody is told.
        catch (Exception) when (settlement.Usage is not null)
        {
            await spool.AppendAsync(settlement);
            await TellAsync(settlement.Call.Call);
            throw;
        }
    }

    /// <summary>Leaves the end of a call to the spool: the database has just been found away.</summary>
    /// <param name="settlement">The end of the call.</param>
    internal Task SpoolAsync(Settlement settlement) => spool.AppendAsync(settlement);

    async Task TellAsync(CallFacts call)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            await work.BeginAsync(CancellationToken.None);
            work.Publish(CostFacts.Failed(call, CostTrouble.SettlementFailed, amount: null), CostFacts.CauseOf(call, clock.GetUtcNow()));
            await work.CommitAsync(CancellationToken.None);
        }
        catch (Exception error) when (GuardLane.Passes(error))
        {
            // The line in the spool stands for it.
        }
    }
}
