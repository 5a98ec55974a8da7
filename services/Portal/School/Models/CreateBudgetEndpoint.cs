using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;
using Phase1.Portal.Words;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.School.Models;

/// <summary>Makes a budget. What is refused is shown again as it was typed.</summary>
static class CreateBudgetEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/school/models/budgets", HandleAsync).ForSchoolAdmin();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        Person person,
        ModelsClient models,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var state = form.State("scope", "course", "teacher", "period", "unit", "limit", "key");
        var limit = BudgetWords.Read(form.Text("limit"));
        if (limit is null && form.Text("limit").Length > 0)
        {
            state.Wrong("limit", page.Words.LimitWrong);
        }
        if (form.Text("scope") == "teacher" && form.Text("teacher").Length == 0)
        {
            state.Wrong("teacher", page.Words.TeacherIdHint);
        }
        if (!state.IsWrong)
        {
            try
            {
                var policy = await models.PolicyAsync(person, cancellationToken);
                await models.CreateAsync(form.Text("key"), BodyOf(form, limit, policy), cancellationToken);
                return Pages.Go("/school/models");
            }
            catch (ProblemException refused) when (refused.Problem.Status is >= 400 and < 500)
            {
                Refuse(state, refused, page.Words);
            }
            catch (ServiceUnavailableException away)
            {
                state.Wrong("", page.Words.NotTaken(ServiceTitles.Of(away.Service)));
            }
        }
        return Pages.Show<NewBudgetPage>(state, StatusCodes.Status422UnprocessableEntity);
    }

    static BudgetBody BodyOf(PageForm form, decimal? limit, PolicyDocument policy)
    {
        var (scope, unit) = (form.Text("scope"), form.Text("unit"));
        return new(
            scope,
            scope switch
            {
                "course" => form.Text("course"),
                "teacher" => form.Text("teacher"),
                _ => policy.WorkspaceId,
            },
            // A budget of single calls has no other period.
            scope == "request"
                ? "request"
                : form.Text("period"),
            unit,
            limit,
            unit == BudgetWords.Money ? policy.Currency : null
        );
    }

    static void Refuse(FormState state, ProblemException refused, IWords say)
    {
        if (refused.Errors?.ContainsKey("limit_amount") is true)
        {
            state.Wrong("limit", say.LimitWrong);
        }
        else if (refused.Errors?.ContainsKey("scope_id") is true)
        {
            state.Wrong(state.Values["scope"] == "course" ? "course" : "teacher", say.Problem(refused.Problem.Code));
        }
        else
        {
            state.Wrong("", refused.Problem.Code == Problems.InvalidState.Code ? say.BudgetExists : say.Problem(refused.Problem.Code));
        }
    }
}
