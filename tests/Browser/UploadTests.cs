using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Phase1.Events;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Suites;
using static Microsoft.Playwright.Assertions;

namespace Phase1.Browser.Tests;

/// <summary>An upload of many files, and what may come between.</summary>
public sealed class UploadTests(SuiteInBrowser suite)
{
    const int Many = 100;

    // What is lost in the middle is lost of any number.
    static readonly int Some = Repetitions.IsWhole ? Many : 30;

    [Fact, Trait("Scenario", "P-15"), Trait("Scenario", "P-21")]
    public async Task A_hundred_files_that_are_dropped_are_one_batch_four_at_a_time_and_one_notification()
    {
        await using var visit = await suite.SignedInAsync("uploads-many");
        var upload = await new UploadPage(visit.Page).OpenAsync();
        await upload.DropAsync(UploadPage.Texts(Many));
        await Expect(visit.Page.Locator("[data-files] li progress")).ToHaveCountAsync(Many);

        await upload.Button.DblClickAsync();
        var batch = await upload.DoneAsync();

        (upload.Sent, await suite.FilesAsync(batch)).ShouldBe((Many, Many));
        upload.MostAtOnce.ShouldBeInRange(2, 4);
        (await ItemsAsync(SuiteUnderTest.BatchOrchestrator, "uploads-many", "/v1/batches")).Count.ShouldBe(1);
        await suite.Context.Suite.DrainAsync();
        (await ItemsAsync(SuiteUnderTest.ClassManagement, "uploads-many", "/v1/notifications"))
            .Count(told => told.GetProperty("type").GetString() == "batch_files_uploaded")
            .ShouldBe(1);
    }

    [Fact, Trait("Scenario", "P-16"), Trait("Scenario", "P-19")]
    public async Task After_the_network_was_lost_the_rest_follows_by_itself_and_each_is_there_once()
    {
        await using var visit = await suite.SignedInAsync("uploads-lost");
        visit.Expect("net::ERR_");
        await visit.Page.Clock.InstallAsync();
        var isFirst = 1;
        await visit.Page.RouteAsync(
            "**/files/*",
            async route =>
            {
                // It is there, and nobody hears of it.
                if (Interlocked.Exchange(ref isFirst, 0) == 1)
                {
                    await route.FetchAsync();
                    await route.AbortAsync();
                }
                else
                {
                    await route.ContinueAsync();
                }
            }
        );
        var upload = await new UploadPage(visit.Page).OpenAsync();
        await upload.DropAsync(UploadPage.Texts(Some));
        await Expect(upload.Files).ToHaveCountAsync(Some);

        await upload.Button.ClickAsync();
        await Eventually.BecomesTrueAsync(() => Task.FromResult(upload.Answered >= Some * 2 / 5), TestContext.Current.CancellationToken);
        await visit.Context.SetOfflineAsync(true);
        await Expect(visit.Page.GetByText("trying again").First).ToBeVisibleAsync();
        await visit.Page.Clock.FastForwardAsync(30_000);
        await Expect(upload.Arrived.Nth(Some - 1)).ToBeHiddenAsync();
        await visit.Context.SetOfflineAsync(false);
        var batch = await upload.DoneAsync();

        (await suite.FilesAsync(batch)).ShouldBe(Some);
    }

    [Fact, Trait("Scenario", "P-18")]
    public async Task After_a_reload_it_says_how_many_are_there_and_sends_the_missing_ones_alone()
    {
        const int Dozen = 12;
        var texts = UploadPage.Texts(Dozen);
        await using var visit = await suite.SignedInAsync("uploads-reload");
        var upload = new UploadPage(visit.Page);
        await visit.Page.RouteAsync("**/files/*", route => upload.Sent > 8 ? Task.CompletedTask : route.ContinueAsync());
        await upload.OpenAsync();
        await upload.ChooseAsync(texts);
        await Expect(upload.Files).ToHaveCountAsync(Dozen);
        await upload.Button.ClickAsync();
        await Expect(upload.Arrived).ToHaveCountAsync(8);

        await visit.Page.ReloadAsync();
        visit.LeavingAsked.ShouldBe(1);
        await visit.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        await Expect(visit.Page.GetByText($"8 of {Dozen} files are here")).ToBeVisibleAsync();
        var sent = upload.Sent;
        await upload.ChooseAsync(texts);
        await Expect(upload.Arrived).ToHaveCountAsync(8);
        await upload.Button.ClickAsync();
        var batch = await upload.DoneAsync();

        (upload.Sent - sent, await suite.FilesAsync(batch)).ShouldBe((Dozen - 8, Dozen));
    }

    [Fact, Trait("Scenario", "P-20")]
    public async Task Bad_files_are_named_with_their_reasons_take_no_slot_and_the_rest_goes_on_without_them()
    {
        await using var visit = await suite.SignedInAsync("uploads-bad");
        var upload = await new UploadPage(visit.Page).OpenAsync();
        var texts = UploadPage.Texts(2);
        await upload.DropAsync([
            .. texts,
            ("same.txt", texts[0].Text),
            ("program.exe", "MZ"),
            ("empty.txt", ""),
            ("~$text.docx", "lock"),
            ("large.txt", new string('m', (10 * 1024 * 1024) + 1)),
        ]);

        foreach (
            var (name, reason) in new[]
            {
                ("same.txt", "the same file is there already"),
                ("program.exe", "no .docx, .pdf or .txt file"),
                ("empty.txt", "it is empty"),
                ("~$text.docx", "a temporary file of Word"),
                ("large.txt", "larger than 10 MB"),
            }
        )
        {
            await Expect(upload.Files.Filter(new() { HasText = name })).ToContainTextAsync(reason);
        }
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Remove: program.exe" }).ClickAsync();
        await Expect(upload.Files).ToHaveCountAsync(6);
        await visit.Page.FillAsync("#count", "4");
        await upload.Button.ClickAsync();
        var batch = await upload.DoneAsync();
        await visit.Page.GetByText("Go on without").First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Go on without") }).ClickAsync();

        upload.Sent.ShouldBe(2);
        await suite.Context.WaitForStateAsync(
            new TestBatch(batch, Guid.Empty, BatchKind.Guest, CourseCode.Eng6, "uploads-bad", null, []),
            BatchStatus.ReadyForPipelineExecution
        );
    }

    [Fact, Trait("Scenario", "P-22")]
    public async Task Whatever_a_file_is_called_is_text_and_wraps_in_every_list_and_dialog()
    {
        string[] names = ["\"><img src=x onerror=alert(1)>.txt", $"{new string('m', 496)}.txt", "\u202etxt.elif\u202c\u200f.txt"];
        var made = await suite.Context.EnterClassAsync(CourseCode.Eng6, names.Length, "uploads-hostile");
        await using var visit = await suite.SignedInAsync(
            made.Teacher,
            new()
            {
                ViewportSize = new() { Width = 320, Height = 640 },
            }
        );
        var upload = await new UploadPage(visit.Page).OpenAsync();
        await visit.Page.SelectOptionAsync("#class", $"{made.Id}");
        await visit.Page.SelectOptionAsync("#course", "");
        await upload.DropAsync([.. names.Select((name, i) => (name, Phase1TestContext.TextBy(made.Students[i])))]);
        await Expect(upload.Files).ToHaveCountAsync(names.Length);
        await LooksRightAsync();
        await upload.Button.ClickAsync();
        var batch = await upload.DoneAsync();
        await suite.Context.WaitForSuggestionsAsync(
            new TestBatch(batch, Guid.Empty, BatchKind.Regular, made.Course, made.Teacher, made.Id, made.Students)
        );

        // The upload has led to the batch's page: nobody goes there again while it loads.
        foreach (var path in new[] { null, BoardPage.AddressOf(batch), BoardPage.AddressOf(batch, "/certain") })
        {
            if (path is not null)
            {
                await visit.Page.GotoAsync(path);
            }
            await Expect(visit.Page.GetByText(names[0], new() { Exact = true }).First).ToBeVisibleAsync();
            await LooksRightAsync();
        }
        var board = await new BoardPage(visit.Page).OpenAsync(batch);
        await board.PressAsync("Shift+A");
        await Expect(board.Dialog("certain").Locator("tbody tr")).ToHaveCountAsync(names.Length);
        await LooksRightAsync();

        async Task LooksRightAsync()
        {
            (await visit.Page.Locator("main img, main script, dialog img").CountAsync()).ShouldBe(0);
            (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320, visit.Page.Url);
        }
    }

    async Task<IReadOnlyList<JsonElement>> ItemsAsync(string service, string teacher, string path)
    {
        using var client = suite.Context.Suite.Client(service, teacher);
        var list = await client.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);
        return [.. list.GetProperty("items").EnumerateArray()];
    }
}
