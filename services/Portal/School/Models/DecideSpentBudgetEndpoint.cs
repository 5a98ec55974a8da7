using System.Globalization;
using System.Text.Json;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.School.Models;

/// <summary>Says whether there is more money for a budget that is spent. The gateway raises the limit when it hears of it.</summary>
static class DecideSpentBudgetEndpoint
{
    internal const string Approve = "approve";
    internal const string Reject = "reject";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/school/models/spent/{ticketId}/decision", HandleAsync).ForSchoolAdmin().KeepsWhatIsTyped();

    static async Task<IResult> HandleAsync(
        string ticketId,
        HttpContext http,
        TicketsClient tickets,
        PageContext page,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var state = form.State("limit", "note");
        var (decision, limit) = (form.Text("decision"), BudgetWords.Read(form.Text("limit")));
        if (decision == Approve && limit is null)
        {
            return await AgainAsync(state.Wrong("limit", page.Words.LimitWrong), StatusCodes.Status422UnprocessableEntity);
        }
        try
        {
            await tickets.DecideAsync(ticketId, form.Text("key"), BodyOf(decision, limit, form.Text("note")), cancellationToken);
            return Pages.Go($"/school/models/spent/{ticketId}");
        }
        catch (ProblemException refused) when (refused.Problem.Status is 400 or 409)
        {
            var field = refused.Errors?.Keys.FirstOrDefault() switch
            {
                "data.new_limit" => "limit",
                "note" => "note",
                _ => "",
            };
            var message = field == "limit" ? page.Words.LimitIsHigher : page.Words.Problem(refused.Problem.Code);
            return await AgainAsync(state.Wrong(field, message), refused.Problem.Status);
        }

        async Task<IResult> AgainAsync(FormState typed, int status)
        {
            var view = await SpentBudgetView.LoadAsync(ticketId, tickets, clock, cancellationToken);
            return Pages.Show<SpentBudgetPage>(view with { Form = typed }, status);
        }
    }

    static DecisionBody BodyOf(string decision, decimal? limit, string note) =>
        new(
            decision,
            note.Length > 0 ? note : null,
            decision == Approve
                ? JsonSerializer.SerializeToElement(
                    new HigherLimit(limit!.Value.ToString(CultureInfo.InvariantCulture)),
                    Phase1Json.Options
                )
                : null
        );

    sealed record HigherLimit(string NewLimit);
}
