using System.Globalization;

namespace Phase1.ModelGateway.Budgets;

/// <summary>Which period an instant belongs to. Periods of one kind in one zone follow each other without gap and without overlap.</summary>
static class PeriodCalendar
{
    static readonly Period WithoutEnd = new("all", DateTimeOffset.UnixEpoch, EndsAt: null);

    /// <summary>The period of an instant.</summary>
    /// <param name="kind">Any but <see cref="PeriodKind.Request"/>, which has no periods.</param>
    /// <param name="instant">When the call was admitted.</param>
    /// <param name="zone">The workspace's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind has no periods.</exception>
    internal static Period Of(PeriodKind kind, DateTimeOffset instant, TimeZoneInfo zone)
    {
        if (kind == PeriodKind.All)
        {
            return WithoutEnd;
        }
        var first = FirstDay(kind, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));
        // Where a clock is set back across midnight, the date of the evening comes twice: the new day has begun at its first midnight.
        if (instant >= StartOf(Following(kind, first), zone))
        {
            first = Following(kind, first);
        }
        return new(KeyOf(kind, first), StartOf(first, zone), StartOf(Following(kind, first), zone));
    }

    /// <summary>The period of an instant after the last one that is known: where the zone has changed since, the new one begins at its end.</summary>
    /// <param name="last">The latest period that was made; null for none.</param>
    /// <inheritdoc cref="Of(PeriodKind, DateTimeOffset, TimeZoneInfo)"/>
    internal static Period Of(PeriodKind kind, DateTimeOffset instant, TimeZoneInfo zone, Period? last)
    {
        if (last?.Contains(instant) == true)
        {
            return last;
        }
        var period = Of(kind, instant, zone);
        if (last?.EndsAt is not { } ended || period.StartsAt >= ended)
        {
            return period;
        }
        // A zone further west has the same date once more: its rest belongs to the following period, since a key stands for one period.
        var own = period.Key == last.Key ? Of(kind, period.EndsAt!.Value, zone) : period;
        return own with { StartsAt = ended };
    }

    /// <summary>The date in the zone, for what is counted by the day.</summary>
    internal static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.ParseExact(Of(PeriodKind.Day, instant, zone).Key, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateOnly FirstDay(PeriodKind kind, DateOnly day) =>
        kind switch
        {
            PeriodKind.Day => day,
            PeriodKind.Month => new(day.Year, day.Month, 1),
            PeriodKind.Year => new(day.Year, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no periods."),
        };

    static DateOnly Following(PeriodKind kind, DateOnly first) =>
        kind switch
        {
            PeriodKind.Day => first.AddDays(1),
            PeriodKind.Month => first.AddMonths(1),
            _ => first.AddYears(1),
        };

    static string KeyOf(PeriodKind kind, DateOnly first) =>
        first.ToString(
            kind switch
            {
                PeriodKind.Day => "yyyy-MM-dd",
                PeriodKind.Month => "yyyy-MM",
                _ => "yyyy",
            },
            CultureInfo.InvariantCulture
        );

    /// <summary>The instant of local midnight: the earlier of two, and the first one that exists where midnight does not.</summary>
    static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(1);
        }
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }
}
