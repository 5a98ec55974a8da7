using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.School.Models;

/// <summary>Has a budget count no longer.</summary>
static class CloseBudgetEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/school/models/budgets/{budgetId:guid}/close", HandleAsync).ForSchoolAdmin().KeepsWhatIsTyped();

    static async Task<IResult> HandleAsync(Guid budgetId, ModelsClient models, CancellationToken cancellationToken)
    {
        await models.EndAsync(budgetId, cancellationToken);
        return Pages.Go("/school/models");
    }
}
