using Phase1.Portal.Frame;
using Phase1.Portal.Words;

namespace Phase1.Unit.Tests.Portal;

public sealed class MomentsTests
{
    static readonly DateTimeOffset Now = new(2026, 2, 11, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Stockholm", "sv", "ons 11 feb 09:00")]
    [InlineData("America/New_York", "en", "Wed 11 Feb 03:00")]
    public void An_instant_is_shown_in_the_zone_and_language_of_the_reader(string zone, string language, string shown) =>
        new Moments(TimeZoneInfo.FindSystemTimeZoneById(zone), Languages.WordsOf(language)).Date(Now).ShouldBe(shown);

    // 29 March 2026: at 02:00 it is 03:00.
    [Fact, Trait("Scenario", "P-25")]
    public void What_is_left_is_the_time_between_instants_whatever_summer_time_does()
    {
        var before = new DateTimeOffset(2026, 3, 28, 23, 0, 0, TimeSpan.Zero);
        var stockholm = new Moments(TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"), Languages.WordsOf("sv"));

        Moments.Remaining(before, before.AddHours(5)).ShouldBe("5 h 0 min");
        stockholm.Weekday(before).ShouldBe("sön 00:00");
        stockholm.Weekday(before.AddHours(5)).ShouldBe("sön 06:00");
    }

    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(119, "1 min 59 s")]
    [InlineData(120, "2 min")]
    [InlineData(3600 + 719, "1 h 11 min")]
    [InlineData(86400 * 2 + 3 * 3600, "2 d 3 h")]
    public void What_is_left_becomes_finer_towards_the_end(int seconds, string shown) =>
        Moments.Remaining(Now, Now.AddSeconds(seconds)).ShouldBe(shown);

    [Fact]
    public void Names_stand_as_in_a_Swedish_class_list()
    {
        string[] names = ["Öberg", "zorn", "Ärlig", "Åberg", "Élan", "Eklund", "Adam", "ek"];

        names.Order(SwedishOrder.Comparer).ShouldBe(["Adam", "ek", "Eklund", "Élan", "zorn", "Åberg", "Ärlig", "Öberg"]);
    }

    [Theory, Trait("Scenario", "P-09")]
    [InlineData("/batches/1?x=y", "/batches/1?x=y")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/a\\b", "/")]
    [InlineData("/a\nb", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Only_a_path_of_this_site_is_gone_to(string? asked, string gone) => Pages.Local(asked).ShouldBe(gone);
}
