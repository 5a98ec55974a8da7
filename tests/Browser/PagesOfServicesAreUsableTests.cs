using Microsoft.Playwright;
using Phase1.Servers.Processes;
using Phase1.ServiceDefaults;

namespace Phase1.Browser.Tests;

/// <summary>The pages of services that a school may do without, as every other page is looked at.</summary>
[Collection(nameof(Alone)), Trait("Scenario", "P-51")]
public sealed class PagesOfServicesAreUsableTests(SuiteInBrowser suite)
{
    const string Person = "many-hats";
    const string Pictures = ".phase1/pages";

    static readonly string[] Roles = [Phase1Roles.SchoolAdmin, Phase1Roles.PrivacyOfficer, Phase1Roles.Operator];

    [Fact]
    public async Task Nothing_is_wrong_with_them_cut_off_lost_or_moving()
    {
        await using var first = await suite.SignedInAsync(Person, roles: Roles);
        var request = await OpenRequestAsync(first.Page);
        var budget = await MakeBudgetAsync(first.Page);
        Directory.CreateDirectory(Repository.PathOf(Pictures));
        LookedAt[] pages =
        [
            new("requests", "/privacy/requests"),
            new("request-new", "/privacy/requests/new"),
            new("request", request),
            new("request-students", request, SearchAsync),
            new("models", "/school/models"),
            new("models-budget-new", "/school/models/budgets/new"),
            new("models-budget", budget),
            new("models-usage", "/school/models/usage"),
            new("models-policy", "/school/models/policy"),
            new("ops-tickets", "/ops/tickets"),
            new("ops-models", "/ops/models"),
        ];

        var found = await Task.WhenAll(LookAsync("sv-SE", pages), LookAsync("en-GB", pages));

        found.SelectMany(faults => faults).ShouldBeEmpty();
    }

    static async Task<string> OpenRequestAsync(IPage page)
    {
        await page.GotoAsync("/privacy/requests/new");
        await page.FillAsync("#email", "guardian@example.com");
        await page.FillAsync("#notes", "By phone, with a password that was agreed on.");
        await page.Locator("main form button.main").ClickAsync();
        await page.Locator("#text").WaitForAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    static async Task<string> MakeBudgetAsync(IPage page)
    {
        await page.GotoAsync("/school/models/budgets/new");
        await page.FillAsync("#limit", "250");
        await page.Locator("main form button.main").ClickAsync();
        var link = page.Locator("tbody a").First;
        await link.WaitForAsync();
        return (await link.GetAttributeAsync("href"))!;
    }

    static async Task SearchAsync(IPage page)
    {
        await page.FillAsync("#text", "Nobody of this name");
        await page.Locator("button[formaction]").ClickAsync();
        await page.Locator("form [role=status]").WaitForAsync();
    }

    async Task<List<string>> LookAsync(string locale, IReadOnlyList<LookedAt> pages)
    {
        // What axe needs alone: the pages' own policy is in force in all other tests.
        await using var visit = await suite.SignedInAsync(Person, new() { Locale = locale, BypassCSP = true }, Roles);
        await PageLook.PrepareAsync(visit.Context);
        var look = new PageLook(visit.Page, Pictures);
        var faults = new List<string>();
        foreach (var page in pages)
        {
            faults.AddRange(locale == "sv-SE" ? await look.InSwedishAsync(page) : await look.InEnglishAsync(page));
        }
        return faults;
    }
}
