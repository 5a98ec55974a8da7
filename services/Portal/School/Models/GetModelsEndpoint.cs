using Microsoft.AspNetCore.Mvc;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.School.Models;

/// <summary>The budgets and how far they have come, what was reached lately, and what the last days have cost.</summary>
static class GetModelsEndpoint
{
    // As long as most budgets' periods are.
    internal const int Days = 30;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/school/models", HandleAsync).ForSchoolAdmin();

    static async Task<IResult> HandleAsync(
        Person person,
        ModelsClient models,
        [FromServices] TicketsClient? tickets,
        Away away,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var none = new ListDocument<TicketDocument>([], null);
        var spent = tickets is null
            ? Task.FromResult(none)
            : away.OrAsync(tickets.ListAsync("type=budget&open=true", null, cancellationToken), none);
        var today = page.Moments.Day(page.Now);
        var meters = models.MetersAsync(person, cancellationToken);
        var alerts = models.AlertsAsync(page.Now.AddDays(-Days), cancellationToken);
        var usage = models.UsageAsync(person, UsageGroups.Day, today.AddDays(1 - Days), today, cancellationToken);
        var budgets = await models.BudgetsAsync(cancellationToken);
        var found = await meters;
        return Pages.Show<ModelsPage>(
            new ModelsView(
                [.. budgets.Select(budget => new BudgetLine(budget, found.FirstOrDefault(meter => meter.BudgetId == budget.BudgetId)))],
                await alerts,
                UsageBars.OfDays(await usage, today.AddDays(1 - Days), today)
            )
            {
                Spent = (await spent).Items,
                Away = away.Services,
            }
        );
    }
}

/// <summary>What the page of a school's models shows.</summary>
/// <param name="Budgets">All that count.</param>
/// <param name="Alerts">The latest first.</param>
/// <param name="Usage">Day by day.</param>
public sealed record ModelsView(IReadOnlyList<BudgetLine> Budgets, IReadOnlyList<AlertDocument> Alerts, UsageBars Usage)
{
    /// <summary>Tickets of budgets that are spent: somebody has to say whether there is more.</summary>
    public IReadOnlyList<TicketDocument> Spent { get; init; } = [];

    /// <summary>Services that did not answer.</summary>
    public IReadOnlyCollection<string> Away { get; init; } = [];
}

/// <summary>A budget and how far it has come; null where it counts single calls.</summary>
public sealed record BudgetLine(BudgetDocument Budget, MeterDocument? Meter);
