namespace Phase1.ModelGateway.Budgets;

static class BudgetRoutes
{
    internal static void MapBudgets(this IEndpointRouteBuilder routes)
    {
        ListBudgetsEndpoint.Map(routes);
        CreateBudgetEndpoint.Map(routes);
        GetBudgetEndpoint.Map(routes);
        UpdateBudgetEndpoint.Map(routes);
        DeleteBudgetEndpoint.Map(routes);
        GetBudgetStatusEndpoint.Map(routes);
        UpdatePeriodEndpoint.Map(routes);
    }
}
