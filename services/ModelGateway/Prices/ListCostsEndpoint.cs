using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Prices;

/// <summary><c>GET /v1/prices/compare?input=&amp;output=</c>: what one call would cost with each model, the cheapest first.</summary>
static class ListCostsEndpoint
{
    const long Most = 1_000_000_000;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/prices/compare", HandleAsync).RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin);

    /// <summary>What a call costs with one model.</summary>
    internal sealed record Answer(string Model, decimal Cost, string Currency, PricingSource Source);

    static async Task<IReadOnlyList<Answer>> HandleAsync(
        long input,
        long output,
        Caller caller,
        WorkspaceCache workspaces,
        GatewayDbContext db,
        IPriceBook prices,
        ICostCalculator costs,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (input is < 0 or > Most || output is < 0 or > Most)
        {
            throw ProblemException.Validation("input", $"Tokens are from 0 to {Most}.");
        }
        var workspace = (await workspaces.GetAsync(caller.Workspace(), cancellationToken)).Workspace;
        var now = clock.GetUtcNow();
        var holding = await db
            .Prices.AsNoTracking()
            .Where(price => price.EffectiveFrom <= now && (price.EffectiveUntil == null || now < price.EffectiveUntil))
            .ToListAsync(cancellationToken);
        var models = await db.Models.AsNoTracking().Where(model => model.Enabled).ToListAsync(cancellationToken);
        return
        [
            .. models
                .Where(model => model.Tier != Tier.Rules)
                .Select(model =>
                {
                    var quote = prices.QuoteOf(holding, workspace.WorkspaceId, workspace.Currency, model, now);
                    var cost = costs.Of(new(input, output), quote).Total;
                    return new Answer(model.ModelId, cost, quote.Currency ?? workspace.Currency, quote.Source);
                })
                // Amounts of different currencies are not compared.
                .OrderBy(answer => answer.Currency, StringComparer.Ordinal)
                .ThenBy(answer => answer.Cost)
                .ThenBy(answer => answer.Model, StringComparer.Ordinal),
        ];
    }
}
