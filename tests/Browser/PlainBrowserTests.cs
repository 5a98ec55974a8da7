using Microsoft.Playwright;
using Phase1.Tests.Infrastructure.Suites;
using static Microsoft.Playwright.Assertions;

namespace Phase1.Browser.Tests;

/// <summary>What the board does without scripts, and what texts cannot do with them.</summary>
public sealed class PlainBrowserTests(SuiteInBrowser suite)
{
    [Fact, Trait("Scenario", "P-39")]
    public async Task Without_scripts_the_page_of_an_essay_accepts_chooses_marks_unknown_and_leaves_out()
    {
        var batch = await suite.SuggestedAsync(5, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(batch.Teacher, new() { JavaScriptEnabled = false });
        await DecideAsync(page => page.ClickAsync("button[value=choose]"));
        await DecideAsync(async page =>
        {
            await page.Locator("select").SelectOptionAsync(new SelectOptionValue { Label = batch.Students[0].FullName });
            await page.ClickAsync("button[value=choose]");
        });
        await DecideAsync(page => page.ClickAsync("button[value=unknown]"));
        await DecideAsync(page => page.ClickAsync("button[value=exclude]"));

        var decisions = (await suite.Context.AssociationsAsync(batch))
            .EnumerateArray()
            .Select(row => row.GetProperty("decision").GetString() ?? "");
        decisions.ShouldBe(["accepted", "chosen", "unknown", "excluded", ""], ignoreOrder: true);
        await Expect(visit.Page.Locator(".essay:visible")).ToHaveCountAsync(1);

        async Task DecideAsync(Func<IPage, Task> act)
        {
            await visit.Page.GotoAsync(BoardPage.AddressOf(batch.Id));
            await visit.Page.Locator(".essay:visible a:not(.button)[href*='/review/']").Last.ClickAsync();
            await act(visit.Page);
            await Expect(visit.Page).ToHaveURLAsync(new Uri(suite.Address, BoardPage.AddressOf(batch.Id)).ToString());
        }
    }

    [Fact, Trait("Scenario", "P-40")]
    public async Task Whatever_a_text_holds_is_text_and_wraps()
    {
        string[] texts =
        [
            "<script>alert(1)</script></textarea><img src=x onerror=alert(2)> javascript:alert(3) and more of it\n",
            new string('m', 49_000),
            string.Concat(Enumerable.Repeat("\u200b\u200d", 100)) + "visible words so that it is long enough to be an essay\n",
        ];
        var batch = await suite.SuggestedAsync(3, (i, _) => texts[i]);
        await using var visit = await suite.SignedInAsync(
            batch.Teacher,
            new()
            {
                ViewportSize = new() { Width = 320, Height = 640 },
            }
        );
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);

        await Expect(board.Row(0)).ToContainTextAsync("<script>alert(1)</script></textarea><img src=x onerror=alert(2)>");
        await board.FocusAsync(0);
        await Expect(board.Row(0).Locator("[data-version=marked]")).ToBeVisibleAsync();
        (await visit.Page.Locator("main img, main script").CountAsync()).ShouldBe(0);
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
        await visit.Page.Locator("[data-act=text]:visible").First.ClickAsync();
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
    }
}
