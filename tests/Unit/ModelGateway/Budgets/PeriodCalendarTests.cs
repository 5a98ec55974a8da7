using Phase1.ModelGateway.Budgets;

namespace Phase1.Unit.Tests.ModelGateway.Budgets;

public sealed class PeriodCalendarTests
{
    static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    [Theory]
    [Trait("Scenario", "COST-43")]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 23)]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 25)]
    [InlineData("2026-06-15", "2026-06-14T22:00:00Z", "2026-06-15T22:00:00Z", 24)]
    public void A_day_is_as_long_as_the_clock_on_the_wall_says(string key, string starts, string ends, int hours)
    {
        var period = PeriodCalendar.Of(PeriodKind.Day, At(starts), Stockholm);

        period.ShouldBe(new(key, At(starts), At(ends)));
        (period.EndsAt - period.StartsAt).ShouldBe(TimeSpan.FromHours(hours));
    }

    [Theory]
    [Trait("Scenario", "CCR-32")]
    [InlineData("2026-03-28T22:59:59Z", "2026-03-28")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29")]
    [InlineData("2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    public void A_second_before_local_midnight_is_the_day_before(string instant, string key) =>
        PeriodCalendar.Of(PeriodKind.Day, At(instant), Stockholm).Key.ShouldBe(key);

    [Theory]
    [InlineData(nameof(PeriodKind.Month), "2026-03", "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z")]
    [InlineData(nameof(PeriodKind.Year), "2026", "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z")]
    public void Months_and_years_begin_at_local_midnight(string kind, string key, string starts, string ends) =>
        PeriodCalendar.Of(Enum.Parse<PeriodKind>(kind), At("2026-03-29T12:00:00Z"), Stockholm).ShouldBe(new(key, At(starts), At(ends)));

    [Fact]
    public void A_budget_of_all_time_has_one_period_without_an_end() =>
        PeriodCalendar.Of(PeriodKind.All, At("2026-03-29T12:00:00Z"), Stockholm).ShouldBe(new("all", DateTimeOffset.UnixEpoch, null));

    // Clocks in Beirut went from 00:00 to 01:00; in Havana they go back from 01:00 to 00:00.
    [Theory]
    [InlineData("Asia/Beirut", "2024-03-31", "2024-03-30T22:00:00Z")]
    [InlineData("America/Havana", "2024-11-03", "2024-11-03T04:00:00Z")]
    public void A_midnight_that_is_missing_is_the_first_instant_after_it_and_of_two_the_earlier(string zone, string key, string starts) =>
        PeriodCalendar
            .Of(PeriodKind.Day, At(starts), TimeZoneInfo.FindSystemTimeZoneById(zone))
            .ShouldSatisfyAllConditions(period => period.Key.ShouldBe(key), period => period.StartsAt.ShouldBe(At(starts)));

    // In Azores summer time ended at 01:00, which became 00:00; farther back in time it did so across midnight.
    [Theory]
    [InlineData("Europe/Stockholm")]
    [InlineData("America/Havana")]
    [InlineData("Asia/Beirut")]
    [InlineData("America/St_Johns")]
    [InlineData("Pacific/Apia")]
    [InlineData("Australia/Lord_Howe")]
    public void Days_follow_each_other_without_gap_and_overlap(string zone)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var period = PeriodCalendar.Of(PeriodKind.Day, At("2005-01-01T00:00:00Z"), place);

        for (var day = 0; day < 3000; day++)
        {
            var next = PeriodCalendar.Of(PeriodKind.Day, period.EndsAt!.Value, place);
            next.StartsAt.ShouldBe(period.EndsAt.Value, $"after {period}");
            next.EndsAt!.Value.ShouldBeGreaterThan(next.StartsAt);
            string.CompareOrdinal(next.Key, period.Key).ShouldBeGreaterThan(0);
            PeriodCalendar.Of(PeriodKind.Day, next.EndsAt.Value.AddTicks(-1), place).ShouldBe(next);
            period = next;
        }
    }

    [Fact]
    public void A_zone_further_west_makes_the_following_day_longer()
    {
        var last = PeriodCalendar.Of(PeriodKind.Day, At("2026-03-29T12:00:00Z"), Stockholm);

        PeriodCalendar.Of(PeriodKind.Day, At("2026-03-29T21:00:00Z"), NewYork, last).ShouldBe(last);
        PeriodCalendar
            .Of(PeriodKind.Day, At("2026-03-29T22:00:00Z"), NewYork, last)
            .ShouldBe(new("2026-03-30", At("2026-03-29T22:00:00Z"), At("2026-03-31T04:00:00Z")));
    }

    [Fact]
    public void A_zone_further_east_makes_the_following_day_shorter()
    {
        var last = PeriodCalendar.Of(PeriodKind.Day, At("2026-03-29T12:00:00Z"), NewYork);

        PeriodCalendar
            .Of(PeriodKind.Day, At("2026-03-30T04:00:00Z"), Tokyo, last)
            .ShouldBe(new("2026-03-30", At("2026-03-30T04:00:00Z"), At("2026-03-30T15:00:00Z")));
    }

    [Fact]
    public void A_period_that_has_ended_long_ago_changes_nothing()
    {
        var last = PeriodCalendar.Of(PeriodKind.Day, At("2026-01-10T12:00:00Z"), Stockholm);
        var now = At("2026-03-30T12:00:00Z");

        PeriodCalendar.Of(PeriodKind.Day, now, NewYork, last).ShouldBe(PeriodCalendar.Of(PeriodKind.Day, now, NewYork));
    }

    [Fact]
    public void A_single_call_has_no_period() =>
        Should.Throw<ArgumentOutOfRangeException>(() => PeriodCalendar.Of(PeriodKind.Request, At("2026-03-29T12:00:00Z"), Stockholm));

    static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
