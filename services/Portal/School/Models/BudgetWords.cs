using System.Globalization;
using Phase1.Events;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Words;

namespace Phase1.Portal.School.Models;

/// <summary>Budgets as a person reads them.</summary>
static class BudgetWords
{
    internal const string Money = "money";

    internal static readonly string[] Scopes = ["workspace", "teacher", "course", "request"];

    internal static readonly string[] Periods = ["month", "day", "year", "all"];

    internal static readonly string[] Units = [Money, "tokens"];

    /// <summary>What it is for.</summary>
    internal static string ScopeOf(BudgetDocument budget, IWords say) => ScopeOf(budget.ScopeType, budget.ScopeId, say);

    /// <summary>What a budget is for that is spent, as its ticket says.</summary>
    internal static string ScopeOf(TicketDocument ticket, IWords say) =>
        ScopeOf(ticket.TextOf("scope_type") ?? "", ticket.TextOf("scope_id") ?? "", say);

    /// <summary>An amount that its ticket says, which is a number as text.</summary>
    internal static string AmountOf(string field, TicketDocument ticket, IWords say) =>
        Read(ticket.TextOf(field) ?? "") is { } amount ? say.Amount(amount, ticket.TextOf("currency")) : "–";

    /// <summary>Money with its currency, tokens as such; without an amount there is no limit.</summary>
    internal static string AmountOf(decimal? amount, BudgetDocument budget, IWords say) =>
        amount is { } number ? say.Amount(number, budget.Currency) : say.Unlimited;

    static string ScopeOf(string type, string id, IWords say) =>
        type switch
        {
            "course" when WireEnum.TryParse<CourseCode>(id, out var course) => say.Course(course),
            "teacher" => say.BudgetOfTeacher(id),
            _ => say.BudgetScope(type),
        };

    /// <summary>An amount as it was typed, with a point or a comma; null where it is none.</summary>
    internal static decimal? Read(string text) =>
        decimal.TryParse(
            text.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var amount
        )
            ? amount
            : null;
}
