using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Health;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Prices;
using Phase1.ModelGateway.Providers;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.ModelGateway.Routing;

/// <summary>What a call's routing was decided by.</summary>
/// <param name="Decision">The models, in order.</param>
/// <param name="Workspace">As it was read.</param>
/// <param name="OwnKey">The workspace's own key, and its provider; null where it has none that is to be used.</param>
sealed record RoutePlan(RouteDecision Decision, WorkspaceSnapshot Workspace, OwnKeyOptions? OwnKey)
{
    internal KeyOptions? KeyOf(string provider) => OwnKey?.Provider == provider ? OwnKey : null;
}

/// <summary>Decides routes by what is remembered of models, routes, prices and policies; the guard finds out what of it is old.</summary>
sealed class RoutePlanner(
    WorkspaceCache workspaces,
    CatalogueCache catalogues,
    ProviderRegistry providers,
    OwnKeyBook keys,
    IPriceBook prices,
    GatewayOptions options,
    IServiceScopeFactory scopes,
    TimeProvider clock
)
{
    /// <summary>The plan of a call. One that asks nobody is made by what is in the database now, since no guard finds out that it is old.</summary>
    /// <param name="workspaceId">Whose call it is.</param>
    /// <param name="request">What is known of it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async Task<RoutePlan> PlanAsync(string workspaceId, RouteRequest request, CancellationToken cancellationToken)
    {
        var plan = await DecideAsync(workspaceId, request, cancellationToken);
        // Another call may have found the same to be old already: what this one decided by is decided again in any case.
        return plan.Decision.Candidates.Any(candidate => candidate.Model.Tier != Tier.Rules)
            ? plan
            : await PlanFreshAsync(workspaceId, request, cancellationToken);
    }

    /// <summary>The same by what is in the database now.</summary>
    internal async Task<RoutePlan> PlanFreshAsync(string workspaceId, RouteRequest request, CancellationToken cancellationToken)
    {
        await ForgetOldAsync(workspaceId, cancellationToken);
        return await DecideAsync(workspaceId, request, cancellationToken);
    }

    /// <summary>Whether a model is on the list.</summary>
    internal async Task<bool> KnowsAsync(string workspaceId, string modelId, CancellationToken cancellationToken)
    {
        if ((await catalogues.GetAsync(cancellationToken)).Models.ContainsKey(modelId))
        {
            return true;
        }
        await ForgetOldAsync(workspaceId, cancellationToken);
        return (await catalogues.GetAsync(cancellationToken)).Models.ContainsKey(modelId);
    }

    async Task ForgetOldAsync(string workspaceId, CancellationToken cancellationToken)
    {
        var workspace = await workspaces.GetAsync(workspaceId, cancellationToken);
        var catalogue = await catalogues.GetAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDbContext>();
        var version = await db.Workspaces.Where(w => w.WorkspaceId == workspaceId).Select(w => w.Version).SingleAsync(cancellationToken);
        var versions = await db.CatalogueVersions.AsNoTracking().ToListAsync(cancellationToken);
        var isOldWorkspace = version != workspace.Workspace.Version;
        var isOldCatalogue = CatalogueVersions.Of(versions.Select(row => (row.Name, row.Version))) != catalogue.Versions;
        if (isOldWorkspace)
        {
            workspaces.Drop(workspaceId);
        }
        if (isOldCatalogue)
        {
            catalogues.Drop();
        }
    }

    async Task<RoutePlan> DecideAsync(string workspaceId, RouteRequest request, CancellationToken cancellationToken)
    {
        var workspace = await workspaces.GetAsync(workspaceId, cancellationToken);
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var ownKey = workspace.Workspace is { PreferOwnKey: true, OwnKeyReference: { } reference }
            ? keys.GetValueOrDefault(reference)
            : null;
        var view = new RoutingView(
            options.Enabled,
            catalogue.Models,
            catalogue.Routes,
            providers.Places,
            providers.Health,
            model => prices.QuoteOf(catalogue.Prices, workspaceId, workspace.Workspace.Currency, model, now),
            now
        );
        return new(Router.Decide(request, workspace.Workspace.ToPolicy(ownKey?.Provider), view), workspace, ownKey);
    }
}
