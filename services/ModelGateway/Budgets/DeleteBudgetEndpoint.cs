using Microsoft.AspNetCore.Http.HttpResults;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Budgets;

/// <summary>Sets a budget inactive: it counts no longer, and what was spent of it stays known.</summary>
static class DeleteBudgetEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/v1/budgets/{id}", HandleAsync)
            .RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin)
            .MayAnswer(Problems.ResourceNotFound);

    static async Task<NoContent> HandleAsync(
        Guid id,
        Caller caller,
        GatewayDbContext db,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        var budget = await db.LockOwnAsync(id, caller, cancellationToken);
        if (budget.IsActive)
        {
            budget.IsActive = false;
            budget.UpdatedAt = clock.GetUtcNow();
            budget.Version++;
            await db.SaveChangesAsync(cancellationToken);
            await db.RaiseAsync(budget, cancellationToken);
        }
        await work.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
