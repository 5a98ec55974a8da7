using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Budgets;

/// <summary><c>GET /v1/workspaces/{id}/quota</c>: how far the meters of a workspace have come.</summary>
static class GetQuotaEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/workspaces/{id}/quota", HandleAsync).RequireService().MayAnswer(Problems.ResourceNotFound);

    static async Task<IReadOnlyList<MeterReading>> HandleAsync(
        string id,
        Caller caller,
        GatewayDbContext db,
        WorkspaceCache workspaces,
        MeterReadings readings,
        CancellationToken cancellationToken
    )
    {
        caller.RequireSeen(id);
        if (caller.Workspace() != id && !await db.Workspaces.AnyAsync(workspace => workspace.WorkspaceId == id, cancellationToken))
        {
            throw WorkspaceAccess.NotFound();
        }
        var budgets = await db
            .Budgets.AsNoTracking()
            .Where(budget => budget.IsActive && budget.WorkspaceId == id)
            .OrderBy(budget => budget.BudgetId)
            .ToListAsync(cancellationToken);
        return await readings.OfAsync(db, budgets, (await workspaces.GetAsync(id, cancellationToken)).Zone, cancellationToken);
    }
}
