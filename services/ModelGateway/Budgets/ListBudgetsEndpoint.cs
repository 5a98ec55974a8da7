using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Budgets;

/// <summary><c>GET /v1/budgets</c>: those of the caller's workspace, those of an organisation among them for an operator.</summary>
static class ListBudgetsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/budgets", HandleAsync).RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin);

    static async Task<Page<BudgetDocument>> HandleAsync(
        Caller caller,
        PageRequest page,
        GatewayDbContext db,
        CancellationToken cancellationToken
    )
    {
        var isOperator = caller.Is(Phase1Roles.Operator);
        var own = caller.Workspace();
        var after = page.Cursor is null ? Guid.Empty : IdOf(page.Cursor);
        var budgets = await db
            .Budgets.AsNoTracking()
            .Where(budget => isOperator || budget.WorkspaceId == own)
            .Where(budget => budget.IsActive && budget.BudgetId > after)
            .OrderBy(budget => budget.BudgetId)
            .Take(page.Limit + 1)
            .ToListAsync(cancellationToken);
        return Page.Of(budgets, page, BudgetDocument.Of, budget => Cursor.Encode(budget.BudgetId.ToString("D")));
    }

    static Guid IdOf(string cursor) =>
        Guid.TryParseExact(Cursor.Decode(cursor, 1)[0], "D", out var id)
            ? id
            : throw ProblemException.Validation("cursor", "The cursor is not one that a list has answered.");
}
