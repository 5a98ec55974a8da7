using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Budgets;

static class GetBudgetStatusEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/budgets/{id}/status", HandleAsync)
            .RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin)
            .MayAnswer(Problems.ResourceNotFound);

    static async Task<IReadOnlyList<MeterReading>> HandleAsync(
        Guid id,
        Caller caller,
        GatewayDbContext db,
        WorkspaceCache workspaces,
        MeterReadings readings,
        CancellationToken cancellationToken
    )
    {
        var budget = await db.ReadOwnAsync(id, caller, cancellationToken);
        var workspace = await workspaces.GetAsync(budget.WorkspaceId ?? caller.Workspace(), cancellationToken);
        return await readings.OfAsync(db, [budget], workspace.Zone, cancellationToken);
    }
}
