using Microsoft.Playwright;
using Phase1.Events;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.Browser.Tests;

/// <summary>A page in a state in which it is looked at.</summary>
/// <param name="Name">Of its pictures.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Act">What brings it into that state.</param>
sealed record LookedAt(string Name, string Path, Func<IPage, Task>? Act = null);

/// <summary>Every page, with a class whose essays are under way.</summary>
static class EveryPage
{
    internal static async Task<IReadOnlyList<LookedAt>> ForEverybodyAsync(SuiteInBrowser suite)
    {
        await suite.MakeAsync("newcomer", Phase1Roles.Teacher);
        return
        [
            new("sign-in", "/sign-in"),
            new("signed-out", "/signed-out"),
            new("setup", "/setup"),
            new("invitation", $"/invite?t={await suite.LinkAsync(LinkPurpose.Invite, "newcomer")}"),
            new("password", $"/password?t={await suite.LinkAsync(LinkPurpose.Password, "newcomer")}"),
        ];
    }

    internal static async Task<IReadOnlyList<LookedAt>> OfTeacherAsync(SuiteInBrowser suite, TestBatch batch)
    {
        var essay = (await suite.Context.AssociationsAsync(batch))[0].GetProperty("essay_id").GetGuid();
        var released = await suite.SuggestedAsync(3, (_, student) => Phase1TestContext.TextBy(student), batch.Teacher);
        await suite.Context.AcceptAllAsync(released);
        await suite.Context.WaitForStateAsync(released, BatchStatus.ReadyForPipelineExecution);
        var board = BoardPage.AddressOf(batch.Id);
        return
        [
            new("overview", "/"),
            new("batches", "/batches"),
            new("batch-new", "/batches/new"),
            new("batch-new-files", "/batches/new", ChooseAsync),
            new("batch", $"/batches/{batch.Id}"),
            new("batch-ready", $"/batches/{released.Id}"),
            new("review", $"{board}?show=all"),
            new("review-student", board, page => PressAsync(page, "c")),
            new("review-help", board, page => PressAsync(page, "?")),
            new("review-certain", board, page => PressAsync(page, "Shift+A")),
            new("certain", $"{board}/certain"),
            new("review-essay", $"{board}/{essay}"),
            new("review-released", BoardPage.AddressOf(released.Id)),
            new("timeline", $"/batches/{batch.Id}/timeline"),
            new("notifications", "/notifications"),
            new("text", $"/batches/{batch.Id}/essays/{essay}"),
            new("classes", "/classes"),
            new("class", $"/classes/{batch.ClassId}"),
            new("class-import", $"/classes/{batch.ClassId}/import"),
            new("class-import-preview", $"/classes/{batch.ClassId}/import", PreviewAsync),
            new("class-student", $"/classes/{batch.ClassId}/students/new"),
            new("me", "/me"),
            new("me-zone", "/me", OfferZoneAsync),
            new("session-soon", "/me", page => OpenAsync(page, "soon")),
            new("session-over", "/me", page => OpenAsync(page, "over")),
            new("me-tokens", "/me/tokens"),
            new("nowhere", "/nowhere"),
        ];
    }

    /// <summary>The pages of a teacher who has just begun: nothing is there yet.</summary>
    internal static readonly IReadOnlyList<LookedAt> OfNewcomer =
    [
        new("overview-empty", "/"),
        new("batches-empty", "/batches"),
        new("classes-empty", "/classes"),
        new("notifications-empty", "/notifications"),
    ];

    /// <summary>The pages of those who run the suite, a school's people, or watch over its data.</summary>
    internal static IReadOnlyList<LookedAt> OfOthers(TestBatch batch) =>
        [
            new("people", "/school/people"),
            new("people-new", "/school/people/new"),
            new("people-one", "/school/people", page => FollowAsync(page, "/school/people/", "odd-jobs")),
            new("rules", "/school/rules"),
            new("privacy", "/privacy"),
            new("privacy-access", "/privacy/access"),
            new("ops", "/ops"),
            new("ops-batches", "/ops/batches?all=true"),
            new("ops-batch", $"/ops/batches/{batch.Id}"),
            new("ops-chain", $"/ops/batches/{batch.Id}", page => FollowAsync(page, "/ops/chains/")),
            new("ops-dead-letters", "/ops/dead-letters"),
            new("ops-dead-letter-group", "/ops/dead-letters", page => FollowAsync(page, "/ops/dead-letters/")),
            new("ops-dead-letter", "/ops/dead-letters", FollowToLetterAsync),
            new("ops-held", "/ops/held"),
            new("ops-services", "/ops/services"),
            new("ops-service", "/ops/services", page => FollowAsync(page, "/ops/services/")),
        ];

    static Task OfferZoneAsync(IPage page) =>
        page.EvaluateAsync(
            """
            () => {
              const offer = document.querySelector('[data-zone]');
              offer.querySelector('bdi').textContent = 'America/Argentina/Buenos_Aires';
              offer.hidden = false;
            }
            """
        );

    // The first link of the page that leads there.
    static async Task FollowAsync(IPage page, string begin, string? with = null)
    {
        var link = page.Locator($"main a[href^='{begin}'][href*='{with ?? begin}']").First;
        await page.GotoAsync((await link.GetAttributeAsync("href"))!);
    }

    static async Task FollowToLetterAsync(IPage page)
    {
        await FollowAsync(page, "/ops/dead-letters/");
        await FollowAsync(page, "/ops/dead-letters/", "/item/");
    }

    static async Task ChooseAsync(IPage page)
    {
        await page.Locator("[data-drop]").WaitForAsync();
        await new UploadPage(page).ChooseAsync([.. UploadPage.Texts(2), ("program.exe", "MZ"), ("empty.docx", "")]);
        await Assertions.Expect(page.Locator("[data-files] li")).ToHaveCountAsync(4);
    }

    static async Task PreviewAsync(IPage page)
    {
        await page.FillAsync("#text", "name\te-mail\nMalin Nyqvist\tmalin@skola.example\nBo\t\nÅsa Öberg\tno address\n");
        await page.Locator("#list button").ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
    }

    static Task OpenAsync(IPage page, string dialog) =>
        page.EvaluateAsync("(name) => document.querySelector(`dialog[data-session=${name}]`).showModal()", dialog);

    static async Task PressAsync(IPage page, string key)
    {
        await page.Locator("[data-tools]").WaitForAsync();
        await page.Keyboard.PressAsync(key);
        await page.Locator("dialog[open]").WaitForAsync();
    }
}
