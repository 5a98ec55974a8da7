using Microsoft.EntityFrameworkCore;

namespace Phase1.ModelGateway.Budgets;

/// <summary>Changes limits of periods that run.</summary>
static class BudgetChanges
{
    /// <summary>Gives the running period of a budget its new limit; a threshold of it is told anew.</summary>
    /// <param name="db">In a transaction that holds the budget.</param>
    /// <param name="budget">With its new limit.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal static Task SetRunningAsync(GatewayDbContext db, Budget budget, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update budget_periods set limit_amount = {budget.LimitAmount}, limit_version = limit_version + 1, exceeded_at = null
            where budget_id = {budget.BudgetId} and starts_at <= {now} and (ends_at is null or ends_at > {now})
                and limit_amount is distinct from {budget.LimitAmount}
            """,
            cancellationToken
        );
}
