using Microsoft.Playwright;
using Phase1.Servers.Processes;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.Browser.Tests;

/// <summary>Each page in each of its states, in both languages and schemes, narrow and wide.</summary>
[Trait("Scenario", "P-51")]
public sealed class EveryPageIsUsableTests(SuiteInBrowser suite)
{
    const string Pictures = ".phase1/pages";

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("en-GB")]
    public async Task Nothing_is_wrong_with_it_cut_off_lost_or_moving(string locale)
    {
        var batch = await suite.SuggestedAsync(6, (i, student) => i < 4 ? Phase1TestContext.TextBy(student) : ReviewBoardTests.Nameless(i));
        Directory.CreateDirectory(Repository.PathOf(Pictures));
        // What axe needs alone: the pages' own policy is in force in all other tests.
        BrowserNewContextOptions Options() => new() { Locale = locale, BypassCSP = true };
        await using var stranger = await suite.VisitAsync(Options());
        await using var visit = await suite.SignedInAsync(batch.Teacher, Options());
        await using var other = await suite.SignedInAsync(
            "odd-jobs",
            Options(),
            Phase1Roles.SchoolAdmin,
            Phase1Roles.PrivacyOfficer,
            Phase1Roles.Operator
        );
        stranger.Expect("404");
        visit.Expect("404");
        // Each in a tab of its own, at the same time: most of it is work of the browser.
        var found = await Task.WhenAll(
            LookAsync(stranger, EveryPage.ForEverybody),
            LookAsync(visit, await EveryPage.OfTeacherAsync(suite, batch)),
            LookAsync(other, EveryPage.OfOthers(batch))
        );
        found.SelectMany(faults => faults).ShouldBeEmpty();

        async Task<List<string>> LookAsync(Visit who, IReadOnlyList<LookedAt> pages)
        {
            await PageLook.PrepareAsync(who.Context);
            var look = new PageLook(who.Page, Pictures);
            var faults = new List<string>();
            foreach (var page in pages)
            {
                await who.Page.SetViewportSizeAsync(1280, 800);
                await who.Page.GotoAsync(page.Path);
                await (page.Act?.Invoke(who.Page) ?? Task.CompletedTask);
                if (locale == "sv-SE")
                {
                    faults.AddRange(await look.FaultsAsync(page, 1280, ColorScheme.Dark, isFirst: true));
                    faults.AddRange(await look.FaultsAsync(page, 320, ColorScheme.Light, isFirst: false));
                    faults.AddRange(await look.LostAsync(page));
                    await look.TakeAsync(page, 320, 768, 1280);
                }
                else
                {
                    faults.AddRange(await look.FaultsAsync(page, 320, ColorScheme.Dark, isFirst: true));
                    faults.AddRange(await look.FaultsAsync(page, 1280, ColorScheme.Light, isFirst: false));
                }
            }
            return faults;
        }
    }
}
