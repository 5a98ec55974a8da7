using Phase1.Portal.Frame;

namespace Phase1.Portal.School.Models;

/// <summary>The form of a budget.</summary>
static class GetNewBudgetEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/school/models/budgets/new", Handle).ForSchoolAdmin();

    static IResult Handle(TimeProvider clock)
    {
        var form = new FormState();
        form.Values["scope"] = BudgetWords.Scopes[0];
        form.Values["period"] = BudgetWords.Periods[0];
        form.Values["unit"] = BudgetWords.Money;
        form.Values["key"] = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        return Pages.Show<NewBudgetPage>(form);
    }
}
