using System.Net;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>What privacy officers and school administrators read of the other services.</summary>
[Trait("Scenario", "S-675")]
public sealed class PrivacyTests
{
    static readonly Guid Letter = new("01890000-0000-7000-8000-00000000000a");

    [Fact]
    public async Task Every_store_says_how_long_it_keeps_what_and_a_service_that_is_away_is_named()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var officer = await portal.SignedInAsync("officer", Phase1Roles.PrivacyOfficer);
        var seen = "";
        portal.Others.On(
            HttpMethod.Get,
            "/internal/v1/retention",
            request =>
            {
                seen = request.Headers.GetValues("X-User-Roles").Single();
                return request.RequestUri!.Host == "nlp.test"
                    ? new HttpResponseMessage(HttpStatusCode.BadGateway)
                    : FakeHttp.Json(new { Items = new[] { new { Table = "students", Kept = new[] { "30 days after `erased_at`" } } } });
            }
        );

        var page = await officer.GetAsync("/privacy");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        seen.ShouldBe(Phase1Roles.PrivacyOfficer);
        page.Page.QuerySelectorAll("main h2").Length.ShouldBe(5);
        page.Words.ShouldContain("30 days after `erased_at`");
        page.Words.ShouldContain("one_time_links");
        page.Words.ShouldContain("NLP does not answer just now.");
    }

    [Fact]
    public async Task Accesses_of_all_services_stand_in_one_list_and_in_one_file()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var officer = await portal.SignedInAsync("officer", Phase1Roles.PrivacyOfficer);
        portal.Others.OnGet("/internal/v1/dead-letter-accesses", Accesses());
        portal.Others.OnGet(
            "/internal/v1/name-accesses",
            new
            {
                Items = new[]
                {
                    new
                    {
                        BatchId = Letter,
                        ReadBy = "operator-1",
                        Reason = "=HYPERLINK(\"https://evil.example\")",
                        ReadAt = "2026-02-11T10:00:00Z",
                    },
                },
                NextCursor = (string?)null,
            }
        );

        var page = await officer.GetAsync("/privacy/access");
        var file = await officer.GetAsync("/privacy/access.csv");

        page.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(6);
        page.Page.QuerySelector("tbody tr")!.TextContent.ShouldContain("the names of batch");
        file.Headers["Content-Type"].ShouldStartWith("text/csv");
        var lines = file.Text.TrimEnd().Split("\r\n");
        lines[0].ShouldBe("At,By,Kind,Service,Subject,Reason");
        lines.Length.ShouldBe(7);
        lines[1].ShouldStartWith("2026-02-11T10:00:00.0000000Z,operator-1,names,");
        lines[1].ShouldContain("'=HYPERLINK");
    }

    [Fact]
    public async Task A_file_that_would_lack_a_services_accesses_is_not_made()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var officer = await portal.SignedInAsync("officer", Phase1Roles.PrivacyOfficer);
        portal.Others.OnGet("/internal/v1/name-accesses", new { Items = Array.Empty<object>(), NextCursor = (string?)null });
        portal.Others.OnGet("/internal/v1/dead-letter-accesses", HttpStatusCode.ServiceUnavailable);

        (await officer.GetAsync("/privacy/access")).Words.ShouldContain("does not answer just now");
        (await officer.GetAsync("/privacy/access.csv")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact, Trait("Scenario", "S-676")]
    public async Task A_rule_by_which_services_do_not_agree_is_red()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var admin = await portal.SignedInAsync("admin", Phase1Roles.SchoolAdmin);
        portal.Others.On(
            HttpMethod.Get,
            "/internal/v1/service",
            request =>
                FakeHttp.Json(
                    new
                    {
                        Service = request.RequestUri!.Host,
                        Version = "1.0",
                        Environment = "Production",
                        Now = "2026-02-11T10:00:00Z",
                        Transport = "postgres",
                        Status = "ready",
                        Checks = Array.Empty<object>(),
                        Options = new Dictionary<string, object>
                        {
                            ["Matching"] = new Dictionary<string, string>
                            {
                                ["AutoConfirm"] = "0.70",
                                ["Margin"] = request.RequestUri.Host == "nlp.test" ? "0.05" : "0.10",
                            },
                        },
                    }
                )
        );

        var page = await admin.GetAsync("/school/rules");

        page.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        page.Page.QuerySelectorAll("tbody tr .wrong").Length.ShouldBe(1);
        page.Words.ShouldContain("NLP: 0.05");
        page.Words.ShouldContain("From here on the deadline may confirm it");
    }

    static object Accesses() =>
        new
        {
            Items = new[]
            {
                new
                {
                    DeadLetterId = Letter,
                    ReadBy = "operator-1",
                    ReadAt = "2026-02-11T09:00:00Z",
                },
            },
            NextCursor = (string?)null,
        };
}
