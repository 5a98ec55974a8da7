using Microsoft.Playwright;
using Phase1.Servers.Processes;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.Browser.Tests;

/// <summary>Each page in each of its states, in both languages and schemes, narrow and wide.</summary>
[Collection(nameof(Alone)), Trait("Scenario", "P-51")]
public sealed class EveryPageIsUsableTests(SuiteInBrowser suite)
{
    const string Swedish = "sv-SE";
    const string English = "en-GB";
    const string Pictures = ".phase1/pages";

    [Fact]
    public async Task Nothing_is_wrong_with_it_cut_off_lost_or_moving()
    {
        var batch = await suite.SuggestedAsync(6, (i, student) => i < 4 ? Phase1TestContext.TextBy(student) : ReviewBoardTests.Nameless(i));
        var ofTeacher = await EveryPage.OfTeacherAsync(suite, batch);
        await suite.MakeAsync(batch.Teacher, Phase1Roles.Teacher);
        await suite.MakeAsync("odd-jobs", OfOthers);
        await suite.FailAsync(batch, "a-file-of-somebody.txt");
        var forEverybody = await EveryPage.ForEverybodyAsync(suite);
        await suite.MakeAsync("beginner", Phase1Roles.Teacher);
        Directory.CreateDirectory(Repository.PathOf(Pictures));

        // Each in a tab of its own, at the same time: most of it is work of the browser.
        var found = await Task.WhenAll(
            LookAsync(Swedish, ofTeacher, batch.Teacher),
            LookAsync(English, ofTeacher, batch.Teacher),
            LookAsync(Swedish, EveryPage.OfOthers(batch), "odd-jobs"),
            LookAsync(English, EveryPage.OfOthers(batch), "odd-jobs"),
            LookAsync(Swedish, EveryPage.OfNewcomer, "beginner"),
            LookAsync(English, EveryPage.OfNewcomer, "beginner"),
            LookAsync(Swedish, forEverybody, null),
            LookAsync(English, forEverybody, null)
        );

        found.SelectMany(faults => faults).ShouldBeEmpty();
    }

    static readonly string[] OfOthers = [Phase1Roles.SchoolAdmin, Phase1Roles.PrivacyOfficer, Phase1Roles.Operator];

    async Task<List<string>> LookAsync(string locale, IReadOnlyList<LookedAt> pages, string? userId)
    {
        // What axe needs alone: the pages' own policy is in force in all other tests.
        var options = new BrowserNewContextOptions { Locale = locale, BypassCSP = true };
        await using var visit = userId is null ? await suite.VisitAsync(options) : await suite.SignedInAsync(userId, options);
        visit.Expect("404");
        await PageLook.PrepareAsync(visit.Context);
        var look = new PageLook(visit.Page, Pictures);
        var faults = new List<string>();
        foreach (var page in pages)
        {
            faults.AddRange(locale == Swedish ? await look.InSwedishAsync(page) : await look.InEnglishAsync(page));
        }
        return faults;
    }
}
