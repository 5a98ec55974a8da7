using System.Globalization;

namespace Phase1.Portal.Words;

/// <summary>Instants as a person reads them: in the person's zone and language. Durations are those of instants, whatever clocks on walls do.</summary>
sealed class Moments(TimeZoneInfo zone, IWords say)
{
    /// <summary>Wed 11 Feb 09:02.</summary>
    internal string Date(DateTimeOffset at) => say.Date(Local(at));

    /// <summary>Wed 14:05.</summary>
    internal string Weekday(DateTimeOffset at) => say.Weekday(Local(at));

    /// <summary>What is left: days and hours, hours and minutes, minutes, and near the end seconds. The pages' clock writes it in the same way.</summary>
    internal static string Remaining(DateTimeOffset now, DateTimeOffset until)
    {
        var left = until > now ? until - now : TimeSpan.Zero;
        return left switch
        {
            { TotalDays: >= 1 } => $"{left.Days} d {left.Hours} h",
            { TotalHours: >= 1 } => $"{left.Hours} h {left.Minutes} min",
            { TotalMinutes: >= 2 } => $"{left.Minutes} min",
            { TotalMinutes: >= 1 } => $"{left.Minutes} min {left.Seconds} s",
            _ => $"{left.Seconds} s",
        };
    }

    /// <summary>2026-02-11 08:02:11 UTC (Wed 11 Feb 09:02), or the other way round.</summary>
    internal string InBothZones(DateTimeOffset at, bool localFirst)
    {
        var utc = at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        return localFirst ? $"{Date(at)} ({utc})" : $"{utc} ({Date(at)})";
    }

    /// <summary>The day on the wall calendar.</summary>
    internal DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at));

    DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;
}
