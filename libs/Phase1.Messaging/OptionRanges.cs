using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Phase1.Messaging;

/// <summary>
/// The ranges that options declare by <see cref="RangeAttribute"/> and <see cref="TimeRangeAttribute"/>, written once: as checks, and as words for
/// messages and for the configuration's page.
/// </summary>
public static class OptionRanges
{
    /// <summary>What is out of its range, one sentence each (<c>MaxEssays must be from 1 to 500.</c>); of a list each element is checked.</summary>
    /// <param name="options">Any options.</param>
    /// <param name="prefix">Put before every name.</param>
    public static IEnumerable<string> Faults(object options, string prefix = "") =>
        from property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let range = Declared(property)
        where range is not null
        let value = property.GetValue(options)
        where !(value is Array list ? list.Cast<object>().All(range.IsValid) : range.IsValid(value))
        select $"{prefix}{property.Name} must be {Words(range)}.";

    /// <summary>The range of an option in words; null when it declares none.</summary>
    /// <param name="property">A property of options.</param>
    public static string? WordsOf(PropertyInfo property) => Declared(property) is { } range ? Words(range) : null;

    static ValidationAttribute? Declared(PropertyInfo property) =>
        property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(attribute => attribute is RangeAttribute or TimeRangeAttribute);

    static string Words(ValidationAttribute range) =>
        range switch
        {
            TimeRangeAttribute time => Words(time.AtLeast, time.IsAboveZero, time.AtMost),
            RangeAttribute number => Words(
                Text(number.Minimum) ?? "0",
                number.MinimumIsExclusive,
                Text(number.Maximum),
                number.MaximumIsExclusive
            ),
            _ => throw new ArgumentException("Only ranges have words.", nameof(range)),
        };

    static string Words(string atLeast, bool above, string? atMost, bool below = false)
    {
        var least = above ? $"above {atLeast}" : $"at least {atLeast}";
        return atMost is null ? least
            : above || below ? $"{least} and {(below ? "below" : "at most")} {atMost}"
            : $"from {atLeast} to {atMost}";
    }

    static string? Text(object limit) => limit is int.MaxValue ? null : Convert.ToString(limit, CultureInfo.InvariantCulture);
}

/// <summary>The range of a duration; without limits it must be above zero. Null is allowed, for options that may be left out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeRangeAttribute : ValidationAttribute
{
    /// <summary>The shortest duration, as TimeSpan writes it.</summary>
    public string AtLeast { get; init; } = "0";

    /// <summary>The longest duration, as TimeSpan writes it; null for no limit.</summary>
    public string? AtMost { get; init; }

    internal bool IsAboveZero => AtLeast == "0";

    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value is null
        || (
            value is TimeSpan time
            && (IsAboveZero ? time > TimeSpan.Zero : time >= Parse(AtLeast))
            && (AtMost is null || time <= Parse(AtMost))
        );

    static TimeSpan Parse(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
