using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Budgets;

/// <summary>Budgets of the caller's workspace; an operator's are those of all, and of organisations.</summary>
static class OwnBudgets
{
    internal static ProblemException NotFound() => new(Problems.ResourceNotFound, "There is no such budget.");

    internal static async Task<Budget> ReadOwnAsync(this GatewayDbContext db, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var budget = await db.Budgets.AsNoTracking().SingleOrDefaultAsync(b => b.BudgetId == id, cancellationToken);
        return budget is not null && caller.Sees(budget.WorkspaceId) ? budget : throw NotFound();
    }

    /// <summary>Locks it for a change. No period of it is made meanwhile.</summary>
    internal static async Task<Budget> LockOwnAsync(this GatewayDbContext db, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        var budget = await db
            .Budgets.FromSql($"select * from budgets where budget_id = {id} for update")
            .SingleOrDefaultAsync(cancellationToken);
        return budget is not null && caller.Sees(budget.WorkspaceId) ? budget : throw NotFound();
    }

    /// <summary>Has every instance read the budget anew before the next call that it counts for.</summary>
    internal static Task RaiseAsync(this GatewayDbContext db, Budget budget, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update workspaces set version = version + 1
            where workspace_id = {budget.WorkspaceId} or ({budget.WorkspaceId}::text is null and organisation_id = {budget.ScopeId})
            """,
            cancellationToken
        );
}
