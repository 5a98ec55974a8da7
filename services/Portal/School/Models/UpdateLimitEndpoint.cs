using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Words;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.School.Models;

/// <summary>Raises a budget's limit for the running period: what waits for it goes on by itself.</summary>
static class UpdateLimitEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/school/models/budgets/{budgetId:guid}/raise", HandleAsync).ForSchoolAdmin().KeepsWhatIsTyped();

    static async Task<IResult> HandleAsync(
        Guid budgetId,
        HttpContext http,
        ModelsClient models,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var state = form.State("limit", "reason");
        if (BudgetWords.Read(form.Text("limit")) is not { } limit)
        {
            return await AgainAsync(state.Wrong("limit", page.Words.LimitWrong));
        }
        try
        {
            await models.RaiseAsync(budgetId, form.Text("period"), limit, form.Text("reason"), cancellationToken);
            return Pages.Go($"/school/models/budgets/{budgetId}");
        }
        catch (ProblemException refused) when (refused.Problem.Status is 400 or 409 or 422)
        {
            return await AgainAsync(state.Wrong(FieldOf(refused), WordsOf(refused, page.Words)));
        }

        async Task<IResult> AgainAsync(FormState typed)
        {
            var view = await BudgetView.LoadAsync(budgetId, models, cancellationToken);
            return Pages.Show<BudgetPage>(view with { Form = typed }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    static string FieldOf(ProblemException refused) =>
        refused.Problem.Code == Problems.LimitExceeded.Code || refused.Errors?.ContainsKey("limit_amount") is true ? "limit"
        : refused.Errors?.ContainsKey("reason") is true ? "reason"
        : "";

    static string WordsOf(ProblemException refused, IWords say) =>
        refused.Problem.Code == Problems.LimitExceeded.Code ? say.LimitIsHigher
        : refused.Problem.Code == Problems.InvalidState.Code ? say.PeriodIsOver
        : refused.Errors?.ContainsKey("limit_amount") is true ? say.LimitWrong
        : refused.Errors?.ContainsKey("reason") is true ? say.ReasonMissing
        : say.Problem(refused.Problem.Code);
}
