namespace Phase1.Tickets.Lifecycle;

/// <summary>By when a request is answered: the same day some months later, or that month's last day, until the day is over where the school is.</summary>
static class DeadlineRule
{
    /// <param name="from">When the request came.</param>
    /// <param name="months">How many months.</param>
    /// <param name="zone">Where the school is.</param>
    internal static DateTimeOffset After(DateTimeOffset from, int months, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTime(from, zone).Date.AddMonths(months).AddDays(1);
        return new DateTimeOffset(day, zone.GetUtcOffset(day)).ToUniversalTime();
    }
}
