using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Alerts;

/// <summary><c>GET /v1/alert-configs</c>: who is told of the workspace's budgets; what holds where nobody has said anything comes last.</summary>
static class ListAlertConfigsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/alert-configs", HandleAsync).RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin);

    static async Task<IReadOnlyList<AlertConfigDocument>> HandleAsync(
        Caller caller,
        GatewayDbContext db,
        CancellationToken cancellationToken
    )
    {
        var own = caller.Workspace();
        var configs = await db
            .AlertConfigs.AsNoTracking()
            .Where(config => config.WorkspaceId == own || config.WorkspaceId == AlertConfig.Any)
            .ToListAsync(cancellationToken);
        var stored = configs
            .OrderBy(config => config.OwnerType)
            .ThenBy(config => config.OwnerId, StringComparer.Ordinal)
            .ThenBy(config => config.ScopeType)
            .Select(AlertConfigDocument.Of)
            .ToList();
        var unsaid = Enum.GetValues<BudgetScope>()
            .Where(scope => !stored.Exists(config => config.OwnerType == AlertOwner.Default && config.ScopeType == scope));
        return [.. stored, .. unsaid.Select(AlertConfigDocument.Usual)];
    }
}
