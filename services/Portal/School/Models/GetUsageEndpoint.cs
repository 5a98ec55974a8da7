using System.Globalization;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.School.Models;

/// <summary>What calls took on some days, by day, provider, model, course or teacher.</summary>
static class GetUsageEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/school/models/usage", HandleAsync).ForSchoolAdmin();

    static async Task<IResult> HandleAsync(
        string? group,
        DateOnly? from,
        DateOnly? to,
        Person person,
        ModelsClient models,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var today = page.Moments.Day(page.Now);
        var by = UsageGroups.All.Contains(group) ? group! : UsageGroups.Day;
        var (first, last) = (from ?? today.AddDays(1 - GetModelsEndpoint.Days), to ?? today);
        var form = new FormState();
        form.Values["from"] = first.ToString("O", CultureInfo.InvariantCulture);
        form.Values["to"] = last.ToString("O", CultureInfo.InvariantCulture);
        try
        {
            var usage = await models.UsageAsync(person, by, first, last, cancellationToken);
            var bars = by == UsageGroups.Day ? UsageBars.OfDays(usage, first, last) : UsageBars.OfGroups(usage);
            return Pages.Show<UsagePage>(new UsageView(by, form, usage, bars));
        }
        catch (ProblemException refused) when (refused.Problem.Status == StatusCodes.Status400BadRequest)
        {
            form.Wrong("to", page.Words.DaysWrong);
            return Pages.Show<UsagePage>(new UsageView(by, form, null, null), StatusCodes.Status422UnprocessableEntity);
        }
    }
}

/// <summary>What the page of usage shows.</summary>
/// <param name="Group">By what it is summed.</param>
/// <param name="Form">The days.</param>
/// <param name="Usage">Null where the days were wrong.</param>
/// <param name="Bars">The same, as it is drawn.</param>
public sealed record UsageView(string Group, FormState Form, UsageDocument? Usage, UsageBars? Bars);
