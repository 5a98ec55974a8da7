using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Phase1.Events;
using Phase1.Servers.Processes;
using static Microsoft.Playwright.Assertions;

namespace Phase1.Browser.Tests;

/// <summary>A class of invented students and their essays, made by a teacher in the browser, until the board shows who may have written what.</summary>
public sealed class FromUploadToBoardTests(SuiteInBrowser suite)
{
    const string Picture = "docs/pictures/review-board.png";

    static readonly string[] Students =
    [
        "Malte Nyqvist",
        "Malin Nyqvist",
        "Åsa Öberg",
        "Jonas Ek",
        "Tove Hallgren",
        "Amir Rahimi",
        "Elin Sandström",
    ];

    static readonly (string FileName, string Text)[] Essays =
    [
        ("jonas_eng6.txt", "Malt Nyqvist    2026-02-11\nTest: Eng 6\nWords: 512\n\nThe day we moved to the north\n"),
        ("essay (3).txt", "Name: Åsa Öberg\nDate: 11 February\n\nA letter that never came\n"),
        ("hallgren.txt", "Tove Hallgren\n\nWhat the river knew\n"),
        ("final version.txt", "11/2 2026\nEnglish 6\n\nThe house at the end of the road\n"),
        ("eng6_text.txt", "Amir Rahimi, English 6\n\nThe summer I learned to swim\n"),
    ];

    const string Body =
        "It was still dark when the lorry came, and nobody said a word. My brother carried the cat in a box with holes, and I had the map, "
        + "although we all knew the way. I thought of the tree behind the school, and of the bench where we used to sit after the last lesson.\n";

    [Fact]
    public async Task A_pasted_class_list_and_a_few_files_become_suggestions()
    {
        await using var visit = await suite.SignedInAsync(
            "anna",
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 860 },
            }
        );
        var page = visit.Page;
        await page.GotoAsync("/classes");
        await page.FillAsync("#name", "9B");
        await page.SelectOptionAsync("#course", "ENG6");
        await page.Locator("main form button").ClickAsync();
        await page.FillAsync("#lines", string.Join('\n', Students));
        await page.Locator("form:has(#lines) button").ClickAsync();
        await Expect(page.Locator(".people li")).ToHaveCountAsync(Students.Length);

        await page.GotoAsync("/batches/new");
        await page.SetInputFilesAsync("#files", Essays.Select(File));
        await page.Locator("main form button.main").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/batches/.+-"));
        var batch = Guid.Parse(new Uri(page.Url).Segments[^1]);
        await suite.Context.WaitForSuggestionsAsync(new(batch, Guid.Empty, BatchKind.Regular, CourseCode.Eng6, "anna", null, []));
        await suite.FlowUntilAsync(page.GetByRole(AriaRole.Link, new() { Name = "Who wrote what" }));
        await page.GetByRole(AriaRole.Link, new() { Name = "Who wrote what" }).ClickAsync();
        await Expect(page.Locator("[data-tools]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-essay]")).ToHaveCountAsync(Essays.Length);
        await Expect(page.Locator("[data-kind=certain]")).ToHaveCountAsync(3);
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator("[data-essay]:visible").First).ToContainTextAsync("jonas_eng6.txt");
        await Expect(page.Locator("[data-essay]:focus mark")).ToHaveTextAsync("Malt Nyqvist");
        await TakeAsync(page);
    }

    // As the README shows it: written where docs are written, since no two machines draw the same letters.
    static async Task TakeAsync(IPage page)
    {
        var file = Environment.GetEnvironmentVariable("PHASE1_WRITE_DOCS") is { Length: > 0 } ? Picture : ".phase1/pages/review-board.png";
        await page.ScreenshotAsync(new() { Path = Repository.PathOf(file) });
    }

    static FilePayload File((string FileName, string Text) essay) =>
        new()
        {
            Name = essay.FileName,
            MimeType = "text/plain",
            Buffer = Encoding.UTF8.GetBytes(essay.Text + Body),
        };
}
