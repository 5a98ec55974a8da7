using Microsoft.EntityFrameworkCore;

namespace Phase1.ModelGateway.Models;

/// <summary>One change of the catalogue after the other, and every one raises its version.</summary>
static class CatalogueLock
{
    /// <summary>Locks a part of the catalogue until the transaction ends, and raises its version with it.</summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="name">One of the names of <see cref="CatalogueVersion"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal static Task RaiseAsync(GatewayDbContext db, string name, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"update catalogue_versions set version = version + 1 where name = {name}", cancellationToken);
}
