using System.Globalization;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.School.Models;

/// <summary>Usage as it is drawn: of one currency, since currencies are never summed; in tokens where nothing was paid.</summary>
/// <param name="Bars">From left to right.</param>
/// <param name="Total">All of it.</param>
/// <param name="IsMoney">Whether the bars are money.</param>
public sealed record UsageBars(IReadOnlyList<UsageBar> Bars, UsageSumDocument Total, bool IsMoney)
{
    internal bool IsEmpty => Total.Calls == 0;

    internal decimal Highest => Bars.Select(bar => bar.Value).DefaultIfEmpty(0).Max();

    /// <summary>Every day from one to another, those without a call too.</summary>
    internal static UsageBars OfDays(UsageDocument usage, DateOnly from, DateOnly to)
    {
        var isMoney = usage.Total.Cost > 0;
        var days = Drawn(usage).ToDictionary(sum => sum.Key, sum => ValueOf(sum, isMoney), StringComparer.Ordinal);
        return new(
            [
                .. Enumerable
                    .Range(0, Math.Max(0, to.DayNumber - from.DayNumber) + 1)
                    .Select(day => from.AddDays(day).ToString("O", CultureInfo.InvariantCulture))
                    .Select(day => new UsageBar(day, days.GetValueOrDefault(day))),
            ],
            usage.Total,
            isMoney
        );
    }

    /// <summary>The highest first.</summary>
    internal static UsageBars OfGroups(UsageDocument usage)
    {
        var isMoney = usage.Total.Cost > 0;
        return new(
            [.. Drawn(usage).Select(sum => new UsageBar(sum.Key, ValueOf(sum, isMoney))).OrderByDescending(bar => bar.Value)],
            usage.Total,
            isMoney
        );
    }

    static IEnumerable<UsageSumDocument> Drawn(UsageDocument usage) => usage.Groups.Where(sum => sum.Currency == usage.Total.Currency);

    static decimal ValueOf(UsageSumDocument sum, bool isMoney) => isMoney ? sum.Cost : sum.InputTokens + sum.OutputTokens;
}

/// <summary>One bar.</summary>
/// <param name="Key">The day, the provider, the teacher.</param>
/// <param name="Value">How high it is.</param>
public sealed record UsageBar(string Key, decimal Value);
