using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Prices;
using Phase1.ModelGateway.Routing;

namespace Phase1.ModelGateway.Models;

/// <summary>Models, routes and prices as they stood at their versions.</summary>
/// <param name="Versions">Read before the rest.</param>
/// <param name="Models">By their ids.</param>
/// <param name="Routes">All of them.</param>
/// <param name="Prices">All of them, those that hold no longer among them: a call keeps the price of its admission.</param>
sealed record Catalogue(
    CatalogueVersions Versions,
    IReadOnlyDictionary<string, LanguageModel> Models,
    IReadOnlyCollection<ModelRoute> Routes,
    IReadOnlyCollection<Price> Prices
);

/// <summary>The catalogue as it was read last; whoever decides by it compares the versions under the lock of the decision.</summary>
sealed class CatalogueCache(IServiceScopeFactory scopes)
{
    readonly Lock _gate = new();
    volatile Catalogue? _known;
    int _drops;

    internal async ValueTask<Catalogue> GetAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_known is { } known)
            {
                return known;
            }
            var drops = Volatile.Read(ref _drops);
            var read = await ReadAsync(cancellationToken);
            lock (_gate)
            {
                // What was read before somebody found it old would hide what is new.
                if (drops == _drops)
                {
                    return _known = read;
                }
            }
        }
    }

    internal void Drop()
    {
        lock (_gate)
        {
            _drops++;
            _known = null;
        }
    }

    async Task<Catalogue> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDbContext>();
        // The versions first: what changes before the rest is read then carries a higher one than what is kept.
        var versions = await db.CatalogueVersions.AsNoTracking().ToListAsync(cancellationToken);
        return new(
            CatalogueVersions.Of(versions.Select(row => (row.Name, row.Version))),
            await db.Models.AsNoTracking().ToDictionaryAsync(model => model.ModelId, cancellationToken),
            await db.Routes.AsNoTracking().ToListAsync(cancellationToken),
            await db.Prices.AsNoTracking().ToListAsync(cancellationToken)
        );
    }
}
