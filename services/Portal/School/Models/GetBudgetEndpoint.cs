using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.School.Models;

/// <summary>One budget: how far it has come, and how its limit is raised for the running period.</summary>
static class GetBudgetEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/school/models/budgets/{budgetId:guid}", HandleAsync).ForSchoolAdmin();

    static async Task<IResult> HandleAsync(Guid budgetId, ModelsClient models, CancellationToken cancellationToken) =>
        Pages.Show<BudgetPage>(await BudgetView.LoadAsync(budgetId, models, cancellationToken));
}

/// <summary>What the page of a budget shows.</summary>
/// <param name="Budget">The budget.</param>
/// <param name="Meter">How far it has come; null where it counts single calls.</param>
/// <param name="Form">What is typed.</param>
public sealed record BudgetView(BudgetDocument Budget, MeterDocument? Meter, FormState Form)
{
    internal string Address => $"/school/models/budgets/{Budget.BudgetId}";

    internal static async Task<BudgetView> LoadAsync(Guid budgetId, ModelsClient models, CancellationToken cancellationToken)
    {
        var meter = models.MeterAsync(budgetId, cancellationToken);
        var budget = await models.BudgetAsync(budgetId, cancellationToken);
        return new(budget, await meter is [var running, ..] ? running : null, new FormState());
    }
}
