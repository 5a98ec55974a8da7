using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Phase1.Servers.Processes;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.Browser.Tests;

[Trait("Scenario", "S-652")]
public sealed class EveryPageIsUsableTests(SuiteInBrowser suite)
{
    const string Rules = """
        axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((found) =>
          JSON.stringify(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`)))
        """;

    static readonly string Pictures = Repository.PathOf(".phase1/pages");

    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Each language, scheme and width; a picture of each page is taken at each width.
    [Theory]
    [InlineData("sv-SE", ColorScheme.Light, 320)]
    [InlineData("en-GB", ColorScheme.Light, 768)]
    [InlineData("sv-SE", ColorScheme.Dark, 1280)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_window(string locale, ColorScheme scheme, int width)
    {
        var batch = await suite.SuggestedAsync(6, (i, student) => i < 4 ? Phase1TestContext.TextBy(student) : ReviewBoardTests.Nameless(i));
        Directory.CreateDirectory(Pictures);
        var options = new BrowserNewContextOptions
        {
            Locale = locale,
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = 800 },
            // What axe needs alone: the pages' own policy is in force in all other tests.
            BypassCSP = true,
        };
        await using var stranger = await suite.VisitAsync(options);
        await using var visit = await suite.SignedInAsync(batch.Teacher, options);
        await using var other = await suite.SignedInAsync(
            "odd-jobs",
            options,
            Phase1Roles.SchoolAdmin,
            Phase1Roles.PrivacyOfficer,
            Phase1Roles.Operator
        );
        stranger.Expect("404");
        visit.Expect("404");
        var found = new List<string>();
        foreach (var page in EveryPage.ForEverybody)
        {
            found.AddRange(await FaultsAsync(stranger.Page, page, width));
        }
        foreach (var page in await EveryPage.OfTeacherAsync(suite, batch))
        {
            found.AddRange(await FaultsAsync(visit.Page, page, width));
        }
        foreach (var page in EveryPage.OfOthers(batch))
        {
            found.AddRange(await FaultsAsync(other.Page, page, width));
        }
        found.ShouldBeEmpty();
    }

    static async Task OpenAsync(IPage browser, LookedAt page)
    {
        await browser.GotoAsync(page.Path);
        await (page.Act?.Invoke(browser) ?? Task.CompletedTask);
    }

    static async Task<IEnumerable<string>> FaultsAsync(IPage browser, LookedAt page, int width)
    {
        await OpenAsync(browser, page);
        await browser.EvaluateAsync(Axe);
        var faults = JsonSerializer.Deserialize<List<string>>(await browser.EvaluateAsync<string>(Rules))!;
        if (await browser.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > width)
        {
            faults.Add($"{wide} pixels wide");
        }
        if (
            await browser.EvaluateAsync<int>(
                "[...document.querySelectorAll('[hidden]')].filter((one) => one.getClientRects().length > 0).length"
            ) > 0
        )
        {
            faults.Add("what is hidden is shown");
        }
        await browser.ScreenshotAsync(new() { Path = $"{Pictures}/{page.Name}-{width}.png", FullPage = page.Act is null });
        return faults.Select(fault => $"{page.Name}: {fault}");
    }
}
