using System.Globalization;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Unit.Tests.Tickets;

[Trait("Scenario", "TC-X19")]
public sealed class DeadlineRuleTests
{
    [Theory]
    [InlineData("2026-01-31T10:00:00Z", "UTC", "2026-03-01T00:00:00Z")]
    [InlineData("2028-01-31T10:00:00Z", "UTC", "2028-03-01T00:00:00Z")]
    [InlineData("2026-03-02T10:00:00Z", "UTC", "2026-04-03T00:00:00Z")]
    // There it is the first of February already.
    [InlineData("2026-01-31T23:30:00Z", "Europe/Stockholm", "2026-03-01T23:00:00Z")]
    // The clocks go forward on 29 March.
    [InlineData("2026-03-01T10:00:00Z", "Europe/Stockholm", "2026-04-01T22:00:00Z")]
    public void A_month_ends_with_its_last_day_where_the_school_is(string from, string zone, string deadline) =>
        DeadlineRule.After(Instant(from), 1, TimeZoneInfo.FindSystemTimeZoneById(zone)).ShouldBe(Instant(deadline));

    static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
