using System.Net;
using System.Net.Http.Headers;
using Phase1.ServiceDefaults;

namespace Phase1.Integration.Tests.Portal;

/// <summary>All pages by all people, over HTTP, from the list of routes that the Portal really has.</summary>
public sealed class EveryPageTests
{
    static readonly Dictionary<string, string> Headers = new()
    {
        ["Content-Security-Policy"] =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types phase1",
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Cache-Control"] = "no-store",
    };

    [Fact, Trait("Scenario", "P-08"), Trait("Scenario", "S-715")]
    public async Task Each_serves_whom_it_is_for_and_carries_the_headers()
    {
        await using var portal = await PortalUnderTest.StartAsync(Programs.HaveAllServices);
        PageRoutesTable
            .Of(portal.Service)
            .Where(name => !PageRoutesTable.IsOfPrograms(name))
            .Order()
            .ShouldBe(PageRoutesTable.Pages.Keys.Order());
        Neighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        OperatorNeighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        TicketNeighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        ModelNeighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        FeedbackNeighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        var everybody = new (string Who, Browser Browser)[]
        {
            ("nobody", portal.Browser()),
            ("teacher", await portal.SignedInAsync("teacher", Phase1Roles.Teacher)),
            ("operator", await portal.SignedInAsync("operator", Phase1Roles.Operator)),
            ("officer", await portal.SignedInAsync("officer", Phase1Roles.PrivacyOfficer)),
            ("admin", await portal.SignedInAsync("admin", Phase1Roles.SchoolAdmin)),
        };
        var surprises = new List<string>();

        foreach (var (name, audience) in PageRoutesTable.Pages.Where(page => page.Key.StartsWith("GET", StringComparison.Ordinal)))
        {
            foreach (var (who, browser) in everybody)
            {
                var seen = await browser.GetAsync(PageRoutesTable.AddressOf(name));
                if (Refusal(seen) != Expected(audience, who))
                {
                    surprises.Add($"{name} for {who}: {seen.StatusCode}");
                }
                surprises.AddRange(Missing(seen).Select(header => $"{name} for {who}: {header}"));
            }
        }
        foreach (var path in new[] { "/nowhere", "/sign-in?return=%00", "/assets/none.css" })
        {
            surprises.AddRange(Missing(await everybody[0].Browser.GetAsync(path)).Select(header => $"{path}: {header}"));
        }
        surprises.ShouldBeEmpty();
    }

    [Fact, Trait("Scenario", "P-07")]
    public async Task Each_that_changes_something_takes_it_from_a_page_of_the_same_session_alone()
    {
        await using var portal = await PortalUnderTest.StartAsync(Programs.HaveAllServices);
        string[] roles =
        [
            Phase1Roles.Teacher,
            Phase1Roles.SchoolAdmin,
            Phase1Roles.PrivacyOfficer,
            Phase1Roles.Operator,
            Phase1Roles.OperatorBody,
            Phase1Roles.OperatorNames,
        ];
        var browser = await portal.SignedInAsync("anna", roles);
        var other = await portal.SignedInAsync("bo", roles);
        await browser.GetAsync("/me");
        await other.GetAsync("/me");
        (string Forgery, string? Token, Action<HttpRequestHeaders>? Headers)[] forgeries =
        [
            ("no token", null, null),
            ("another session's token", other.Token, null),
            ("a foreign origin", browser.Token, headers => headers.Add("Origin", "https://evil.example")),
            ("no origin", browser.Token, headers => headers.Add("Origin", "null")),
            ("another site", browser.Token, headers => headers.Add("Sec-Fetch-Site", "cross-site")),
        ];
        var taken = new List<string>();

        var unsafePages = PageRoutesTable.Pages.Keys.Where(name => !name.StartsWith("GET", StringComparison.Ordinal)).ToList();
        foreach (var name in unsafePages)
        {
            foreach (var (forgery, token, headers) in forgeries)
            {
                using var form = new FormUrlEncodedContent(token is null ? [] : [new("__token", token)]);
                var seen = await browser.SendAsync(PageRoutesTable.MethodOf(name), PageRoutesTable.AddressOf(name), form, headers);
                if (seen.StatusCode != HttpStatusCode.BadRequest)
                {
                    taken.Add($"{name} with {forgery}: {seen.StatusCode}");
                }
            }
        }

        unsafePages.Count.ShouldBeGreaterThan(10);
        taken.ShouldBeEmpty();
        portal.Others.Asked.ShouldBeEmpty();
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Trait("Scenario", "S-604")]
    public async Task Whatever_text_a_person_entered_is_shown_as_text()
    {
        await using var portal = await PortalUnderTest.StartAsync(Programs.HaveAllServices);
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher, Phase1Roles.SchoolAdmin, Phase1Roles.PrivacyOfficer);
        Neighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        TicketNeighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        ModelNeighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        FeedbackNeighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        PageAudience[] whom = [PageAudience.Teachers, PageAudience.SchoolAdmins, PageAudience.PrivacyOfficers];
        var shown = 0;

        foreach (var (name, _) in PageRoutesTable.Pages.Where(page => whom.Any(audience => IsSeenBy(page, audience))))
        {
            var seen = await browser.GetAsync(PageRoutesTable.AddressOf(name));
            if (name == "GET /privacy/access.csv")
            {
                // A spreadsheet reads it, not a browser.
                continue;
            }
            seen.Page.QuerySelectorAll("img, [onerror], [style], script:not([src])").ShouldBeEmpty(name);
            seen.Page.QuerySelectorAll("script").ShouldAllBe(script => script.GetAttribute("src")!.StartsWith("/assets/"), name);
            seen.Page.QuerySelectorAll("[href^=http], [src^=http]").ShouldBeEmpty(name);
            seen.Page.Title!.ShouldNotContain("Nyqvist");
            shown += seen.Words.Contains(Neighbourhood.Markup, StringComparison.Ordinal) ? 1 : 0;
        }

        shown.ShouldBeGreaterThan(4);
    }

    // What the browser keeps for ever is what never changes.
    [Fact, Trait("Scenario", "P-53")]
    public async Task Assets_are_kept_compressed_and_small()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var assets =
            Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Phase1.Portal.Assets.AssetStore>(
                portal.Service.Services
            );

        var seen = await portal.Browser().GetAsync(assets.AddressOf("phase1.css"), headers => headers.AcceptEncoding.ParseAdd("br"));

        seen.Headers["Cache-Control"].ShouldBe("public, max-age=31536000, immutable");
        seen.Headers["Content-Encoding"].ShouldBe("br");
        assets.AddressOf("live.js").ShouldNotBe("/assets/live.js");
        System
            .Text.Encoding.UTF8.GetString(assets.All.Single(asset => asset.File.StartsWith("live.", StringComparison.Ordinal)).Plain)
            .ShouldContain(assets.AddressOf("patch.js")["/assets/".Length..]);
        var scripts = assets.All.Where(asset => asset.File.EndsWith(".js", StringComparison.Ordinal)).ToList();
        scripts.Sum(script => script.Brotli.Length).ShouldBeLessThan(15 * 1024);
        scripts.Sum(script => script.Plain.Length).ShouldBeLessThan(40 * 1024);
        assets.All.Sum(asset => asset.Brotli.Length).ShouldBeLessThan(40 * 1024);
    }

    static bool IsSeenBy(KeyValuePair<string, PageAudience> page, PageAudience audience) =>
        page.Key.StartsWith("GET", StringComparison.Ordinal)
        && (page.Value == audience || page.Value is PageAudience.Everybody or PageAudience.Persons);

    static string Refusal(Seen seen) =>
        seen.StatusCode switch
        {
            HttpStatusCode.SeeOther when seen.Location!.StartsWith("/sign-in?", StringComparison.Ordinal) => "signs in",
            HttpStatusCode.NotFound => "not there",
            _ => "",
        };

    static string Expected(PageAudience audience, string who) =>
        audience switch
        {
            PageAudience.Everybody => "",
            _ when who == "nobody" => "signs in",
            PageAudience.Teachers when who != "teacher" => "not there",
            PageAudience.Operators when who != "operator" => "not there",
            PageAudience.OperatorsForBodies or PageAudience.OperatorsForNames => "not there",
            PageAudience.SchoolAdmins when who != "admin" => "not there",
            PageAudience.PrivacyOfficers when who != "officer" => "not there",
            _ => "",
        };

    static IEnumerable<string> Missing(Seen seen) =>
        Headers
            .Where(header => seen.Headers.GetValueOrDefault(header.Key) != header.Value)
            .Select(header => header.Key)
            .Concat(
                seen.Headers.GetValueOrDefault("Permissions-Policy")?.Contains("camera=()", StringComparison.Ordinal) is true
                    ? []
                    : ["Permissions-Policy"]
            );
}
