using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Phase1.Events;
using Phase1.Portal.Words;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Suites;
using static Microsoft.Playwright.Assertions;

namespace Phase1.Browser.Tests;

/// <summary>Pages that stay open while something happens.</summary>
public sealed class LivePageTests(SuiteInBrowser suite)
{
    [Fact, Trait("Scenario", "P-25"), Trait("Scenario", "P-26")]
    public async Task The_deadline_passes_while_the_page_is_open_which_shows_it_whatever_the_browsers_clock_says()
    {
        var batch = await suite.SuggestedAsync(2, (_, student) => Phase1TestContext.TextBy(student));
        await suite.Context.AdvanceTimeAsync(new TimeSpan(23, 50, 0));
        await using var visit = await suite.SignedInAsync(batch.Teacher, new() { TimezoneId = "America/New_York" });
        await visit.Page.Clock.InstallAsync(new() { TimeDate = suite.Context.Suite.Clock.GetUtcNow().AddHours(3).UtcDateTime });
        await visit.Page.GotoAsync($"/batches/{batch.Id}");
        var countdown = visit.Page.Locator("main time[data-countdown]");
        await Expect(countdown).ToHaveTextAsync(new Regex("^(9|10) min$"));

        await suite.Context.AdvanceTimeAsync(TimeSpan.FromMinutes(11));
        await suite.Context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);

        await Expect(visit.Page.Locator(".sentence")).ToContainTextAsync("ready");
        await Expect(countdown).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Start work" })).ToBeVisibleAsync();
    }

    [Fact, Trait("Scenario", "P-27")]
    public async Task A_page_that_lost_the_connection_or_was_hidden_is_current_once_it_is_back()
    {
        var batch = await suite.SuggestedAsync(5, (_, student) => Phase1TestContext.TextBy(student));
        var rows = (await suite.Context.AssociationsAsync(batch)).EnumerateArray().Select(row => row.GetProperty("essay_id").GetGuid());
        var left = new Queue<Guid>(rows);
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        visit.Expect("net::ERR_INTERNET_DISCONNECTED");
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);

        for (var cuts = 1; cuts <= 2; cuts++)
        {
            await visit.Context.SetOfflineAsync(true);
            await DecideAsync();
            await visit.Context.SetOfflineAsync(false);
            await board.ShowsAsync($"{cuts} of 5");
        }
        await ShowAsync("hidden");
        await DecideAsync();
        await ShowAsync("visible");
        await board.ShowsAsync("3 of 5");

        // Decisions before the release leave no record: nobody is told but by the Portal, which this one has gone past.
        async Task DecideAsync() =>
            await suite.Context.DecideAsync(
                batch,
                [
                    new
                    {
                        essay_id = left.Dequeue(),
                        action = "unknown",
                        association_version = 0,
                    },
                ]
            );

        async Task ShowAsync(string state) =>
            await visit.Page.EvaluateAsync(
                """
                (state) => {
                  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
                  document.dispatchEvent(new Event('visibilitychange'));
                }
                """,
                state
            );
    }

    [Fact, Trait("Scenario", "P-48")]
    public async Task An_operators_open_page_follows_what_happens_every_few_seconds()
    {
        await using var visit = await suite.SignedInAsync("watches", new(), Phase1Roles.Operator);
        await visit.Page.Clock.InstallAsync();
        await visit.Page.GotoAsync("/ops/batches?all=true");
        var batch = await suite.Context.RegisterBatchAsync(BatchKind.Guest, CourseCode.Eng6, 1);

        await visit.Page.Clock.FastForwardAsync(5000);

        await Expect(visit.Page.GetByText($"{batch.Id}")).ToBeVisibleAsync();
    }

    [Fact, Trait("Scenario", "P-54")]
    public async Task A_new_version_is_offered_and_the_open_page_goes_on_working()
    {
        await using var visit = await suite.SignedInAsync("newer");
        await visit.Page.RouteAsync(
            "**/live",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        ContentType = "text/event-stream",
                        Body = "retry: 60000\nevent: hello\ndata: {\"now\":\"2026-01-05T08:00:00Z\",\"build\":\"newer\"}\n\n",
                    }
                )
        );
        await visit.Page.GotoAsync("/classes");
        await visit.Page.FillAsync("#name", "9B");

        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = Words.OpenAnew })).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#name")).ToHaveValueAsync("9B");
        await visit.Page.SelectOptionAsync("#course", "ENG6");
        await visit.Page.Locator("main form button").ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Regex("/classes/.+-"));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = Words.OpenAnew }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToContainTextAsync("9B");
    }

    [Fact, Trait("Scenario", "P-52")]
    public async Task On_a_slow_computer_and_line_a_page_is_read_before_its_scripts_have_run_and_the_board_soon_takes_keys()
    {
        var batch = await suite.SuggestedAsync(28, (_, student) => Phase1TestContext.TextBy(student));
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        var line = await visit.Context.NewCDPSessionAsync(visit.Page);
        await line.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 6 });
        await line.SendAsync("Network.enable");
        await line.SendAsync(
            "Network.emulateNetworkConditions",
            new()
            {
                ["offline"] = false,
                ["latency"] = 150,
                ["downloadThroughput"] = 1_600_000 / 8,
                ["uploadThroughput"] = 750_000 / 8,
            }
        );
        var scripts = new TaskCompletionSource();
        await visit.Page.RouteAsync(
            "**/*.js",
            async route =>
            {
                await scripts.Task;
                await route.ContinueAsync();
            }
        );
        await visit.Page.GotoAsync(BoardPage.AddressOf(batch.Id), new() { WaitUntil = WaitUntilState.Commit });
        await Expect(visit.Page.Locator("[data-essay]")).ToHaveCountAsync(28);
        await Expect(visit.Page.Locator("[data-essay]").First).ToContainTextAsync(batch.Students[0].FullName);
        await Expect(visit.Page.Locator("[data-tools]")).ToBeHiddenAsync();
        scripts.SetResult();

        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);
        await board.PressAsync("Enter");
        await board.ShowsAsync("1 of 28");
        // Figures of a machine, which say nothing where it is busy: printed, not judged.
        var usable = await visit.Page.EvaluateAsync<double>("performance.getEntriesByName('board-usable')[0].startTime");
        TestContext.Current.TestOutputHelper?.WriteLine($"board usable after {usable:0} ms");
    }

    static IWords Words => Languages.WordsOf("en");
}
