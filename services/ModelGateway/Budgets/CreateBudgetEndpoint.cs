using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Messaging;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Budgets;

static class CreateBudgetEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/budgets", HandleAsync)
            .RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin)
            .WithIdempotency()
            .MayAnswer(Problems.AuthorizationError, Problems.InvalidState, Problems.UnfittingValue);

    /// <summary>A budget.</summary>
    /// <param name="ScopeType">What it is for; an organisation's is the operator's.</param>
    /// <param name="ScopeId">Which one.</param>
    /// <param name="Period">How long its limit holds before it begins anew.</param>
    /// <param name="Unit">What it counts.</param>
    /// <param name="LimitAmount">Not given: no limit, and all is counted; 0 blocks whatever costs.</param>
    /// <param name="Currency">Of money, the workspace's own.</param>
    /// <param name="WarningPct">The share at which somebody is warned.</param>
    /// <param name="CriticalPct">The share at which it becomes critical.</param>
    internal sealed record Body(
        BudgetScope ScopeType,
        string ScopeId,
        PeriodKind Period,
        MeterUnit Unit,
        decimal? LimitAmount = null,
        string? Currency = null,
        decimal WarningPct = 80,
        decimal CriticalPct = 95
    );

    static async Task<Created<BudgetDocument>> HandleAsync(
        Body body,
        Caller caller,
        WorkspaceCache workspaces,
        GatewayDbContext db,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var isOrganisation = body.ScopeType == BudgetScope.Organisation;
        if (isOrganisation != caller.Is(Phase1Roles.Operator))
        {
            throw new ProblemException(
                Problems.AuthorizationError,
                "An organisation's budget is the operator's, every other one the school's."
            );
        }
        BudgetFields.Check(body.LimitAmount, body.WarningPct, body.CriticalPct);
        BudgetFields.CheckScope(body, caller.Workspace());
        var now = clock.GetUtcNow();
        var budget = new Budget
        {
            BudgetId = Guid.CreateVersion7(now),
            WorkspaceId = isOrganisation ? null : caller.Workspace(),
            ScopeType = body.ScopeType,
            ScopeId = body.ScopeId,
            Period = body.Period,
            Unit = body.Unit,
            LimitAmount = body.LimitAmount,
            Currency = body.Currency,
            WarningPct = body.WarningPct,
            CriticalPct = body.CriticalPct,
            CreatedBy = caller.UserId,
            UpdatedAt = now,
        };
        await RefuseOtherCurrencyAsync(budget, workspaces, db, cancellationToken);
        await work.BeginAsync(cancellationToken);
        await db.RaiseAsync(budget, cancellationToken);
        db.Budgets.Add(budget);
        try
        {
            await work.CommitAsync(cancellationToken);
        }
        catch (Exception error) when (IsDuplicate(error))
        {
            throw new ProblemException(Problems.InvalidState, "There is such a budget already.");
        }
        return TypedResults.Created($"/v1/budgets/{budget.BudgetId}", BudgetDocument.Of(budget));
    }

    static async Task RefuseOtherCurrencyAsync(
        Budget budget,
        WorkspaceCache workspaces,
        GatewayDbContext db,
        CancellationToken cancellationToken
    )
    {
        // A workspace is made on first need, and this is one.
        var fits = budget.WorkspaceId is { } id
            ? (await workspaces.GetAsync(id, cancellationToken)).Workspace.Currency is var own && (budget.Currency ?? own) == own
            : budget.Currency is null
                || !await db.Workspaces.AnyAsync(
                    workspace => workspace.OrganisationId == budget.ScopeId && workspace.Currency != budget.Currency,
                    cancellationToken
                );
        if (!fits)
        {
            throw new ProblemException(Problems.UnfittingValue, "A budget has the currency of its workspaces.");
        }
    }

    static bool IsDuplicate(Exception? error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
        || (error is not null && IsDuplicate(error.InnerException));
}
