using System.Globalization;
using Phase1.Portal.Words;

namespace Phase1.Portal.School;

/// <summary>The value of a setting as a person reads it.</summary>
static class RuleValue
{
    const string Between = ", ";

    /// <summary>Whole days and hours in words, several of them too; anything else as it is configured.</summary>
    internal static string Of(string value, IWords say) => string.Join(Between, value.Split(Between).Select(one => OfOne(one, say)));

    static string OfOne(string value, IWords say) =>
        value.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out var length)
            ? length switch
            {
                { TotalDays: >= 1 } when length == TimeSpan.FromDays(length.Days) => say.DayCount(length.Days),
                { TotalHours: >= 1 } when length == TimeSpan.FromHours((int)length.TotalHours) => say.HourCount((int)length.TotalHours),
                _ => value,
            }
            : value;
}
