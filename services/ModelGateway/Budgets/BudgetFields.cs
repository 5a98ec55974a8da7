using Phase1.Events;
using Phase1.ModelGateway.Prices;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Budgets;

/// <summary>What a budget must keep to before it is stored.</summary>
static class BudgetFields
{
    const int PercentDecimals = 2;

    /// <exception cref="ProblemException">400, with every fault.</exception>
    internal static void Check(decimal? limit, decimal warning, decimal critical)
    {
        Dictionary<string, string[]> errors = [];
        if (limit is { } amount && !PriceFields.IsAmount(amount))
        {
            errors["limit_amount"] = ["A limit is at least 0, with at most ten decimals."];
        }
        if (warning <= 0 || critical <= warning || critical > 100 || warning.Scale > PercentDecimals || critical.Scale > PercentDecimals)
        {
            errors["warning_pct"] = ["Shares rise from above 0 to at most 100: first the warning, then the critical one."];
        }
        if (errors.Count > 0)
        {
            throw ProblemException.Validation(errors);
        }
    }

    /// <exception cref="ProblemException">400 for a scope that is nothing of the kind.</exception>
    internal static void CheckScope(CreateBudgetEndpoint.Body body, string workspaceId)
    {
        Dictionary<string, string[]> errors = [];
        if (body.ScopeId.Length is 0 or > WorkspaceTable.LongestId)
        {
            errors["scope_id"] = [$"A scope has 1 to {WorkspaceTable.LongestId} characters."];
        }
        else if (body.ScopeType == BudgetScope.Course && !WireEnum.TryParse<CourseCode>(body.ScopeId, out _))
        {
            errors["scope_id"] = ["There is no such course."];
        }
        else if (body.ScopeType is BudgetScope.Workspace or BudgetScope.Request && body.ScopeId != workspaceId)
        {
            errors["scope_id"] = ["Such a budget is for the workspace itself."];
        }
        if ((body.ScopeType == BudgetScope.Request) != (body.Period == PeriodKind.Request))
        {
            errors["period"] = ["A budget of single calls has the period request, and no other has."];
        }
        if (
            (body.Unit == MeterUnit.Money) != (body.Currency is not null)
            || (body.Currency is { } currency && !PriceFields.IsCurrency(currency))
        )
        {
            errors["currency"] = ["Money has a currency of three capital letters, tokens have none."];
        }
        if (errors.Count > 0)
        {
            throw ProblemException.Validation(errors);
        }
    }
}
