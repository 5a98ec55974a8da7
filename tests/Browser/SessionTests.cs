using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Phase1.Browser.Tests;

[Collection(nameof(Alone))]
public sealed class SessionTests(SuiteInBrowser suite)
{
    [Fact, Trait("Scenario", "P-04")]
    public async Task A_session_without_use_is_warned_of_two_minutes_before_it_ends_and_goes_on_where_somebody_is_there()
    {
        await using var visit = await suite.SignedInAsync("idle");
        var page = visit.Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync("/classes");
        await page.FillAsync("#name", "9B, and what was typed");
        var (soon, over) = (page.Locator("dialog[data-session=soon]"), page.Locator("dialog[data-session=over]"));

        await PassAsync(57);
        await Expect(soon).ToBeHiddenAsync();
        await PassAsync(1);
        await Expect(soon).ToBeVisibleAsync();
        await Expect(soon).ToContainTextAsync("You will be signed out soon");
        await soon.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" }).ClickAsync();
        await Expect(soon).ToBeHiddenAsync();
        await PassAsync(58);
        await Expect(soon).ToBeVisibleAsync();
        await PassAsync(2);
        await Expect(over).ToBeVisibleAsync();
        await Expect(soon).ToBeHiddenAsync();

        await Expect(page.Locator("#name")).ToHaveValueAsync("9B, and what was typed");
        var tab = await visit.TabAsync();
        await tab.GotoAsync("/classes");
        await Expect(tab).ToHaveURLAsync(new Regex("sign-in"));

        async Task PassAsync(int minutes)
        {
            await suite.Context.AdvanceTimeAsync(TimeSpan.FromMinutes(minutes));
            await page.Clock.FastForwardAsync(minutes * 60_000L);
        }
    }
}
