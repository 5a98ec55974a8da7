using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Phase1.Browser.Tests;

public sealed class TimeZoneTests(SuiteInBrowser suite)
{
    [Fact]
    public async Task The_first_computer_says_in_which_zone_times_are_written_and_another_one_offers_its_own_until_it_is_told_not_to()
    {
        await suite.MakeAsync("travels", ServiceDefaults.Phase1Roles.Teacher);
        await using var first = await suite.VisitAsync(new() { TimezoneId = "America/New_York" });
        await first.Page.GotoAsync("/sign-in?return=/me");
        await SuiteInBrowser.SignInAsync(first.Page, "travels");
        await Expect(first.Page.Locator("#time_zone")).ToHaveValueAsync("America/New_York");
        await Expect(first.Page.Locator("[data-zone]")).ToBeHiddenAsync();

        await using var second = await suite.SignedInAsync("travels", new() { TimezoneId = "Asia/Tokyo" });
        var page = second.Page;
        await page.GotoAsync("/me");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep America/New_York" }).ClickAsync();
        await Expect(page.Locator("[data-zone]")).ToBeHiddenAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("#time_zone")).ToHaveValueAsync("America/New_York");
        await Expect(page.Locator("[data-zone] bdi")).ToBeEmptyAsync();
        await page.EvaluateAsync("localStorage.clear()");
        await page.ReloadAsync();
        await Expect(page.Locator("[data-zone]")).ToContainTextAsync("Your computer's time zone is Asia/Tokyo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show times in it" }).ClickAsync();

        await Expect(page.Locator("#time_zone")).ToHaveValueAsync("Asia/Tokyo");
        await Expect(page.Locator("[data-zone]")).ToBeHiddenAsync();
    }
}
