using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Budgets;

static class GetBudgetEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/budgets/{id}", HandleAsync)
            .RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin)
            .MayAnswer(Problems.ResourceNotFound);

    static async Task<BudgetDocument> HandleAsync(Guid id, Caller caller, GatewayDbContext db, CancellationToken cancellationToken) =>
        BudgetDocument.Of(await db.ReadOwnAsync(id, caller, cancellationToken));
}
