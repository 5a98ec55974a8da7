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
    internal static string ScopeOf(BudgetDocument budget, IWords say) =>
        budget.ScopeType switch
        {
            "course" when WireEnum.TryParse<CourseCode>(budget.ScopeId, out var course) => say.Course(course),
            "teacher" => say.BudgetOfTeacher(budget.ScopeId),
            _ => say.BudgetScope(budget.ScopeType),
        };

    /// <summary>Money with its currency, tokens as such; without an amount there is no limit.</summary>
    internal static string AmountOf(decimal? amount, BudgetDocument budget, IWords say) =>
        amount is { } number ? say.Amount(number, budget.Currency) : say.Unlimited;

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
