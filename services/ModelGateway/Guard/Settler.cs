using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Guard;

/// <summary>Settles calls whose usage must not be lost: what the database does not take is written to the spool.</summary>
sealed class Settler(IGuard guard, Spool spool, CostAverages averages)
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
    }

    /// <summary>Leaves the end of a call to the spool: the database has just been found away.</summary>
    /// <param name="settlement">The end of the call.</param>
    internal Task SpoolAsync(Settlement settlement) => spool.AppendAsync(settlement);
}
