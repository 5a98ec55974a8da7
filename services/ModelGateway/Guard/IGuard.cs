namespace Phase1.ModelGateway.Guard;

/// <summary>Holds calls to their budgets.</summary>
interface IGuard
{
    /// <summary>Reserves what a call may take of all its meters, or of none.</summary>
    /// <param name="admission">The call.</param>
    /// <param name="cancellationToken">The caller went away; nothing is reserved then, unless it has happened already.</param>
    /// <exception cref="LedgerUnavailableException">The database did not answer in time.</exception>
    Task<AdmissionResult> AdmitAsync(Admission admission, CancellationToken cancellationToken);

    /// <summary>Books what a call took and releases what it held. It returns when the database has it, and not before.</summary>
    /// <param name="settlement">The end of the call.</param>
    /// <exception cref="LedgerUnavailableException">The database did not answer in time.</exception>
    Task<SettlementResult> SettleAsync(Settlement settlement);
}

/// <summary>The database that holds the meters and the ledger did not answer in time.</summary>
sealed class LedgerUnavailableException(Exception inner) : Exception("The ledger is not available.", inner);
