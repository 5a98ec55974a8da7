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
    // 1.6 Mbit/s, and what it takes until an answer begins.
    const int BytesASecond = 1_600_000 / 8;
    const double SecondsOfARound = 0.15;

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
        var slow = await visit.Context.NewCDPSessionAsync(visit.Page);
        await slow.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 6 });
        await slow.SendAsync("Network.enable");
        await slow.SendAsync(
            "Network.emulateNetworkConditions",
            new()
            {
                ["offline"] = false,
                ["latency"] = SecondsOfARound * 1000,
                ["downloadThroughput"] = BytesASecond,
                ["uploadThroughput"] = 750_000 / 8,
            }
        );
        var loaded = new List<Task<RequestSizesResult>>();
        visit.Page.RequestFinished += (_, request) =>
        {
            if (request.ResourceType is "document" or "stylesheet" or "script")
            {
                loaded.Add(request.SizesAsync());
            }
        };
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
        await Expect(visit.Page.Locator("[data-essay]").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("[data-essay]").First).ToContainTextAsync(batch.Students[0].FullName);
        await Expect(visit.Page.Locator("[data-tools]")).ToBeHiddenAsync();
        var modules = await visit.Page.EvaluateAsync<int>("document.querySelectorAll('script[src]').length");
        scripts.SetResult();
        await Expect(visit.Page.Locator("[data-tools]")).ToBeVisibleAsync();
        var sizes = await Task.WhenAll(loaded);
        var board = new BoardPage(visit.Page);
        await board.PressAsync("Enter");
        await board.ShowsAsync("1 of 28");
        // What the line takes, to be judged on any machine: the page, and what it names, all at once; no script names another one.
        sizes.Length.ShouldBe(modules + 2);
        var line = (sizes.Sum(size => size.ResponseBodySize + size.ResponseHeadersSize) / (double)BytesASecond) + (2 * SecondsOfARound);
        line.ShouldBeLessThan(1.5);
        // Figures of a machine, which say nothing where it is busy: printed, not judged.
        var usable = await visit.Page.EvaluateAsync<double>("performance.getEntriesByName('board-usable')[0].startTime");
        TestContext.Current.TestOutputHelper?.WriteLine($"board usable after {usable:0} ms");
    }

    static IWords Words => Languages.WordsOf("en");
}
