using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Phase1.Events;
using Phase1.Portal.Words;
using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure.Suites;
using static Microsoft.Playwright.Assertions;

namespace Phase1.Browser.Tests;

/// <summary>The whole job of a teacher, from signing in until the work is started, without a mouse and in a narrow window; a picture of each step.</summary>
[Collection(nameof(Alone))]
public sealed class KeyboardAloneTests(SuiteInBrowser suite)
{
    const string Teacher = "keys-alone";
    const int MostTabs = 60;

    const string FocusIsSeen = """
        () => {
          const one = document.activeElement;
          if (one === document.body) return true;
          const { outlineStyle, outlineWidth } = getComputedStyle(one);
          const box = one.getBoundingClientRect();
          const [left, right, top, bottom] = [Math.max(box.left, 0), Math.min(box.right, innerWidth), Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
          const isCovered = [0.1, 0.5, 0.9].every((part) => {
            const there = document.elementFromPoint(left + (right - left) * part, top + (bottom - top) * part);
            return !there || !(one.contains(there) || there.contains(one));
          });
          return one.matches(':focus-visible') && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && bottom > top && !isCovered;
        }
        """;

    [Fact, Trait("Scenario", "S-603")]
    public async Task The_whole_job_is_done_with_the_keyboard_alone()
    {
        var made = await suite.Context.EnterClassAsync(CourseCode.Eng6, 5, Teacher);
        await suite.MakeAsync(Teacher, ServiceDefaults.Phase1Roles.Teacher);
        await using var visit = await suite.VisitAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );
        var page = visit.Page;
        var (pointed, steps) = (0, 0);
        await visit.Context.ExposeFunctionAsync("pointed", () => pointed++);
        await visit.Context.AddInitScriptAsync(
            "for (const event of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(event, () => window.pointed(), true);"
        );

        await page.GotoAsync("/");
        await TabToAsync(page.Locator("#login"));
        await page.Keyboard.TypeAsync(Teacher);
        await TabToAsync(page.Locator("#password"));
        await page.Keyboard.TypeAsync(SuiteInBrowser.Password);
        await page.Keyboard.PressAsync("Enter");

        await TabToAsync(page.GetByRole(AriaRole.Link, new() { Name = "New batch" }).First);
        await TakeAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-drop]")).ToBeVisibleAsync();
        await TabToAsync(page.Locator("#files"));
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Space"));
        await chooser.SetFilesAsync(Files(made.Students));
        await TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }));
        await TakeAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/batches/.+-"));
        var batch = new TestBatch(
            Guid.Parse(new Uri(page.Url).Segments[^1]),
            Guid.Empty,
            BatchKind.Regular,
            made.Course,
            Teacher,
            made.Id,
            made.Students
        );

        await suite.Context.WaitForSuggestionsAsync(batch);
        await suite.FlowUntilAsync(page.GetByRole(AriaRole.Link, new() { Name = "Who wrote what" }));
        await CountsDownAsync(page, batch);
        await TabToAsync(page.GetByRole(AriaRole.Link, new() { Name = "Who wrote what" }));
        await TakeAsync();
        await page.Keyboard.PressAsync("Enter");

        var board = new BoardPage(page);
        await Expect(page.Locator("[data-tools]")).ToBeVisibleAsync();
        await TakeAsync();
        await CountsDownAsync(page, batch);
        await board.ConfirmCertainAsync(4);
        await board.ShowsAsync("4 of 5");
        await IsSeenAsync();
        await TakeAsync();
        await board.PressAsync("u");
        await Expect(board.Dialog("last")).ToBeVisibleAsync();
        await IsSeenAsync();
        await TakeAsync();
        await board.PressAsync("Enter");
        await Expect(page.Locator(".summary")).ToContainTextAsync("All essays are decided");
        await suite.Context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        await TabToAsync(page.GetByRole(AriaRole.Link, new() { Name = "To the batch" }).First);
        await page.Keyboard.PressAsync("Enter");

        var start = page.GetByRole(AriaRole.Button, new() { Name = "Start work" });
        await suite.FlowUntilAsync(start);
        await TabToAsync(start);
        await TakeAsync();
        await page.Keyboard.PressAsync("Enter");
        await suite.Context.WaitForStateAsync(batch, BatchStatus.ProcessingPipelines);

        pointed.ShouldBe(0);

        async Task TabToAsync(ILocator target)
        {
            await Expect(target).ToBeVisibleAsync();
            for (var tabs = 0; tabs < MostTabs; tabs++)
            {
                if (await target.EvaluateAsync<bool>("one => one === document.activeElement"))
                {
                    await IsSeenAsync();
                    return;
                }
                await page.Keyboard.PressAsync("Tab");
                await IsSeenAsync();
            }
            throw new InvalidOperationException($"No Tab leads to {target}.");
        }

        Task TakeAsync() => page.ScreenshotAsync(new() { Path = Repository.PathOf($".phase1/pages/job-{++steps}.png") });

        async Task IsSeenAsync() =>
            (await page.EvaluateAsync<bool>(FocusIsSeen)).ShouldBeTrue(
                await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)")
            );
    }

    // The clock of the suite stands, that of the page goes on: what is left is counted from the instant at which the page was made.
    async Task CountsDownAsync(IPage page, TestBatch batch)
    {
        var deadline = await DeadlineAsync(batch);
        await page.ReloadAsync();
        var countdown = page.Locator("time[data-countdown]").First;
        await Expect(countdown).ToHaveTextAsync(new Regex("h"));
        var shown = await countdown.EvaluateAsync<string>("time => `${time.dateTime} ${performance.now()} ${time.textContent}`");
        var parts = shown.Split(' ', 3);
        var now = suite.Context.Suite.Clock.GetUtcNow().AddMilliseconds(double.Parse(parts[1], CultureInfo.InvariantCulture));

        (DateTimeOffset.Parse(parts[0], CultureInfo.InvariantCulture) - deadline).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(1));
        new[] { -1, 0, 1 }.Select(seconds => Moments.Remaining(now.AddSeconds(seconds), deadline)).ShouldContain(parts[2]);
    }

    async Task<DateTimeOffset> DeadlineAsync(TestBatch batch)
    {
        await using var command = suite
            .Context.Suite.Database(SuiteUnderTest.ClassManagement)
            .CreateCommand("select deadline_at from association_sets where batch_id = $1");
        command.Parameters.Add(new() { Value = batch.Id });
        return new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
    }

    static IEnumerable<FilePayload> Files(IReadOnlyList<TestStudent> students) =>
        students.Select(
            (student, i) =>
                new FilePayload
                {
                    Name = $"text-{i + 1}.txt",
                    MimeType = "text/plain",
                    Buffer = Encoding.UTF8.GetBytes(i < 4 ? Phase1TestContext.TextBy(student) : ReviewBoardTests.Nameless(i)),
                }
        );
}
