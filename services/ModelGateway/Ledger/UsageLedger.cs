namespace Phase1.ModelGateway.Ledger;

/// <summary>Writes the ledger.</summary>
interface IUsageLedger
{
    /// <summary>Adds a row to a transaction; it is there when that is committed.</summary>
    /// <param name="db">Of the transaction.</param>
    /// <param name="entry">The row.</param>
    void Book(GatewayDbContext db, UsageEntry entry);
}

/// <inheritdoc cref="IUsageLedger"/>
sealed class UsageLedger : IUsageLedger
{
    /// <inheritdoc/>
    public void Book(GatewayDbContext db, UsageEntry entry) => db.Usage.Add(entry);
}
