using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Suites;
using static Microsoft.Playwright.Assertions;

namespace Phase1.Browser.Tests;

[Collection(nameof(Alone))]
public sealed class DeadlineTests(SuiteInBrowser suite)
{
    [Fact, Trait("Scenario", "P-25"), Trait("Scenario", "P-26")]
    public async Task The_deadline_passes_while_the_page_is_open_which_shows_it_whatever_the_browsers_clock_says()
    {
        var batch = await suite.SuggestedAsync(2, (_, student) => Phase1TestContext.TextBy(student));
        await suite.Context.AdvanceTimeAsync(new TimeSpan(23, 50, 0));
        await using var visit = await suite.SignedInAsync(batch.Teacher, new() { TimezoneId = "America/New_York" });
        await visit.Page.Clock.InstallAsync(new() { TimeDate = suite.Context.Suite.Clock.GetUtcNow().AddHours(3).UtcDateTime });
        await visit.OnlyWhenToldAsync();
        await visit.Page.GotoAsync($"/batches/{batch.Id}");
        var countdown = visit.Page.Locator("main time[data-countdown]");
        await Expect(countdown).ToHaveTextAsync(new Regex("^(9|10) min$"));

        await suite.Context.AdvanceTimeAsync(TimeSpan.FromMinutes(11));
        await suite.Context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);

        await Expect(visit.Page.Locator(".sentence")).ToContainTextAsync("ready");
        await Expect(countdown).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Start work" })).ToBeVisibleAsync();
    }
}
