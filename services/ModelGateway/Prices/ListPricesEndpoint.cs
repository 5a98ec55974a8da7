using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Prices;

/// <summary><c>GET /v1/prices?model=&amp;at=</c>: prices of all workspaces, and all of one model or of one moment.</summary>
static class ListPricesEndpoint
{
    const int Most = 1_000;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/prices", HandleAsync).RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin);

    static async Task<IReadOnlyList<PriceDocument>> HandleAsync(
        Caller caller,
        GatewayDbContext db,
        CancellationToken cancellationToken,
        string? model = null,
        DateTimeOffset? at = null
    )
    {
        var isOperator = caller.Is(Phase1Roles.Operator);
        var own = Workspaces.WorkspaceAccess.Workspace(caller);
        var instant = at?.ToUniversalTime();
        var prices = await db
            .Prices.AsNoTracking()
            .Where(price => isOperator || price.WorkspaceId == null || price.WorkspaceId == own)
            .Where(price => model == null || price.Model == model)
            .Where(price =>
                instant == null || (price.EffectiveFrom <= instant && (price.EffectiveUntil == null || instant < price.EffectiveUntil))
            )
            .OrderBy(price => price.Model)
            .ThenBy(price => price.Direction)
            .ThenBy(price => price.EffectiveFrom)
            .ThenBy(price => price.PriceId)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return [.. prices.Select(PriceDocument.Of)];
    }
}
