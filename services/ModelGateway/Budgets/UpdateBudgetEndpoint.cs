using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Budgets;

/// <summary>Changes limit and shares of a budget, for the running period too. What it is for stays: that would be another budget.</summary>
static class UpdateBudgetEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/v1/budgets/{id}", HandleAsync)
            .RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin)
            .MayAnswer(Problems.ResourceNotFound, Problems.StaleVersion);

    /// <summary>What changes.</summary>
    /// <param name="Version">That was read.</param>
    /// <param name="LimitAmount">Not given: no limit.</param>
    /// <param name="WarningPct">The share at which somebody is warned.</param>
    /// <param name="CriticalPct">The share at which it becomes critical.</param>
    internal sealed record Body(long Version, decimal? LimitAmount = null, decimal WarningPct = 80, decimal CriticalPct = 95);

    static async Task<BudgetDocument> HandleAsync(
        Guid id,
        Body body,
        Caller caller,
        GatewayDbContext db,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        BudgetFields.Check(body.LimitAmount, body.WarningPct, body.CriticalPct);
        await work.BeginAsync(cancellationToken);
        var budget = await db.LockOwnAsync(id, caller, cancellationToken);
        if (!budget.IsActive || budget.Version != body.Version)
        {
            throw new ProblemException(Problems.StaleVersion, "The budget has changed in the meantime.");
        }
        var now = clock.GetUtcNow();
        budget.LimitAmount = body.LimitAmount;
        budget.WarningPct = body.WarningPct;
        budget.CriticalPct = body.CriticalPct;
        budget.UpdatedAt = now;
        budget.Version++;
        await db.SaveChangesAsync(cancellationToken);
        await BudgetChanges.SetRunningAsync(db, budget, now, cancellationToken);
        await db.RaiseAsync(budget, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return BudgetDocument.Of(budget);
    }
}
