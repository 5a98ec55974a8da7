using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Portal;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>What an operator sees and does.</summary>
public sealed class OperatorTests : IAsyncDisposable
{
    const string Item = $"/ops/dead-letters/nlp_service/item/{IdText}";
    const string GroupPage = $"/ops/dead-letters/nlp_service/{OperatorNeighbourhood.Cause}";
    const string IdText = "01890000-0000-7000-8000-000000000001";
    const string Reason = "The school asks for text 17";

    PortalUnderTest _portal = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Trait("Scenario", "P-12")]
    public async Task The_services_are_asked_as_an_operator_alone_and_for_no_teachers_page()
    {
        var roles = new HashSet<string>();
        var browser = await StartAsync(Phase1Roles.Teacher, Phase1Roles.Operator, Phase1Roles.OperatorNames);
        Note(roles);

        // A school may do without tickets and without models; the pages of both have tests of their own.
        foreach (
            var name in PageRoutesTable
                .Pages.Where(page => page.Value == PageAudience.Operators && page.Key.StartsWith("GET", StringComparison.Ordinal))
                .Select(page => page.Key)
                .Where(name => !name.StartsWith("GET /ops/tickets", StringComparison.Ordinal) && name != "GET /ops/models")
        )
        {
            (await browser.GetAsync(PageRoutesTable.AddressOf(name))).StatusCode.ShouldBe(HttpStatusCode.OK, name);
        }

        _portal.Others.Asked.ShouldNotBeEmpty();
        _portal.Others.Asked.ShouldAllBe(asked => asked.StartsWith("GET /internal/", StringComparison.Ordinal));
        _portal.Others.Asked.ShouldNotContain(asked => asked.Contains("roster") || asked.Contains("student"));
        roles.ShouldBe([Phase1Roles.Operator]);
    }

    [Fact, Trait("Scenario", "S-604")]
    public async Task No_page_holds_a_name_a_text_or_a_file_name()
    {
        var browser = await StartAsync(Phase1Roles.Teacher, Phase1Roles.Operator);
        Neighbourhood.Open(_portal.Others, _portal.Service.Clock.GetUtcNow());
        OperatorNeighbourhood.Open(_portal.Others, _portal.Service.Clock.GetUtcNow());

        foreach (
            var name in PageRoutesTable
                .Pages.Where(page => page.Value == PageAudience.Operators && page.Key.StartsWith("GET", StringComparison.Ordinal))
                .Select(page => page.Key)
        )
        {
            var seen = await browser.GetAsync(PageRoutesTable.AddressOf(name));
            seen.Text.ShouldNotContain("Nyqvist", Case.Insensitive, name);
            seen.Text.ShouldNotContain(Neighbourhood.Markup, Case.Insensitive, name);
            seen.Text.ShouldNotContain(".docx", Case.Insensitive, name);
        }
    }

    [Fact, Trait("Scenario", "P-48")]
    public async Task Health_names_what_has_stopped_with_its_service_and_what_is_away()
    {
        var browser = await StartAsync(Phase1Roles.Operator);
        _portal.Others.OnGet("/internal/v1/service", OperatorAnswers.Report(_portal.Service.Clock.GetUtcNow(), late: true));

        var seen = await browser.GetAsync("/ops");

        var row = seen.Page.QuerySelectorAll("tbody tr").First(line => line.TextContent.Contains("NLP"));
        row.QuerySelector("td.wrong")!.TextContent.ShouldContain("OutboxRelay");
        row.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldContain("/ops/dead-letters");
        seen.Words.ShouldContain("stuck since");
        var alerts = seen.Page.QuerySelectorAll("#alerts ~ ul a").ToDictionary(link => link.TextContent, link => link.GetAttribute("href"));
        alerts["1 batch is stuck."].ShouldBe("/ops/batches");
        alerts["Background work of NLP is late: OutboxRelay."].ShouldBe("/ops/services/nlp_service");
        seen.Words.ShouldNotContain("All is well");

        _portal.Others.Away("/internal/v1/service");
        var away = await browser.GetAsync("/ops");
        away.StatusCode.ShouldBe(HttpStatusCode.OK);
        away.Words.ShouldContain("Class Management does not answer");
    }

    [Fact, Trait("Scenario", "P-43")]
    public async Task Thousands_of_letters_are_a_line_for_each_cause_and_service()
    {
        var browser = await StartAsync(Phase1Roles.Operator);

        var seen = await browser.GetAsync("/ops/dead-letters");

        seen.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(5);
        seen.Words.ShouldContain("Phase1.Nlp.Runs.MatchingRun.BeginAsync");
        seen.Words.ShouldContain("2000");
    }

    [Fact, Trait("Scenario", "P-44"), Trait("Scenario", "P-45")]
    public async Task A_dry_run_shows_state_facts_rows_and_followers_and_says_when_it_is_busy()
    {
        var browser = await StartAsync(Phase1Roles.Operator);
        await browser.GetAsync(Item);
        _portal.Others.On(
            HttpMethod.Post,
            $"/internal/v1/dead-letters/{IdText}/redrive",
            _ => FakeHttp.Json(OperatorAnswers.DryRun(_portal.Service.Clock.GetUtcNow()))
        );

        var seen = await browser.PostAsync($"{Item}/dry-run");

        seen.Words.ShouldContain("Would be applied");
        seen.Words.ShouldContain("awaiting_student_validation");
        seen.Words.ShouldContain("1 inserted, 0 updated, 0 deleted");
        seen.Words.ShouldContain("UNKNOWN_BATCH");
        seen.Words.ShouldContain("2 more wait behind these");
        _portal.Others.Asked.ShouldContain($"POST /internal/v1/dead-letters/{IdText}/redrive?dry_run=true");
        (await browser.PostAsync($"{GroupPage}/dry-run")).Words.ShouldContain("1 × Would be applied");

        Answer($"/internal/v1/dead-letters/{IdText}/redrive", HttpStatusCode.Conflict, "INVALID_STATE");
        (await browser.PostAsync($"{Item}/dry-run")).Words.ShouldContain("try again in a moment");
    }

    [Fact, Trait("Scenario", "P-46")]
    public async Task A_redrive_needs_a_note_and_is_in_the_audit()
    {
        var browser = await StartAsync(Phase1Roles.Operator);
        await browser.GetAsync(Item);
        _portal.Others.On(HttpMethod.Post, $"/internal/v1/dead-letters/{IdText}/(redrive|discard)", _ => new(HttpStatusCode.Accepted));

        (await browser.PostAsync($"{Item}/redrive", ("note", " "))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync($"{Item}/discard", ("discard-note", ""))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        _portal.Others.Asked.ShouldNotContain(asked => asked.StartsWith("POST", StringComparison.Ordinal));
        (await browser.PostAsync($"{Item}/redrive", ("note", "mended"))).Location.ShouldBe(Item);
        (await browser.PostAsync($"{Item}/discard", ("discard-note", "known"))).Location.ShouldBe(Item);

        (await AuditAsync()).ShouldBe(["Redriven mended", "Discarded known"], ignoreOrder: true);
    }

    [Fact, Trait("Scenario", "P-46")]
    public async Task A_groups_redrive_goes_on_until_nothing_is_left()
    {
        var browser = await StartAsync(Phase1Roles.Operator);
        await browser.GetAsync(GroupPage);
        var left = 450;
        _portal.Others.On(
            HttpMethod.Post,
            $"/internal/v1/dead-letters/groups/{OperatorNeighbourhood.Cause}/redrive",
            _ =>
            {
                var part = Math.Min(200, left);
                left -= part;
                return FakeHttp.Json(
                    new
                    {
                        Redriven = part,
                        Refused = Array.Empty<object>(),
                        Remaining = left,
                    }
                );
            }
        );

        var first = await browser.PostAsync($"{GroupPage}/redrive", ("note", "mended"));
        first.Words.ShouldContain("200 were redriven; 250 are left");
        var goOn = first.Page.QuerySelector("form[data-continue]")!;
        goOn.QuerySelector("input[name=note]")!.GetAttribute("value").ShouldBe("mended");
        await browser.PostAsync($"{GroupPage}/redrive", ("note", "mended"), ("begun", "450"));
        var last = await browser.PostAsync($"{GroupPage}/redrive", ("note", "mended"), ("begun", "450"));

        last.Words.ShouldContain("50 were redriven; 0 are left");
        last.Page.QuerySelector("form[data-continue]").ShouldBeNull();
        last.Page.QuerySelector("progress")!.GetAttribute("value").ShouldBe("450");
        (await AuditAsync()).ShouldBe(["GroupRedriven mended", "GroupRedriven mended", "GroupRedriven mended"]);
    }

    [Fact, Trait("Scenario", "S-667")]
    public async Task A_record_is_opened_with_the_right_and_a_reason_that_is_written_down()
    {
        var plain = await StartAsync(Phase1Roles.Operator);
        (await plain.GetAsync(Item)).Page.QuerySelector("form[action$='/body']").ShouldBeNull();
        (await plain.PostAsync($"{Item}/body", ("reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var browser = await _portal.SignedInAsync("bodies", Phase1Roles.Operator, Phase1Roles.OperatorBody);
        await browser.GetAsync(Item);

        (await browser.PostAsync($"{Item}/body", ("reason", ""))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await AuditAsync()).ShouldBeEmpty();
        (await browser.PostAsync($"{Item}/body", ("reason", Reason))).Words.ShouldContain("the record");

        (await AuditAsync()).ShouldBe([$"BodyOpened {Reason}"]);
    }

    [Fact, Trait("Scenario", "P-49")]
    public async Task Names_are_seen_with_the_right_and_a_reason_for_half_an_hour()
    {
        var plain = await StartAsync(Phase1Roles.Operator);
        await plain.GetAsync($"/ops/batches/{IdText}");
        (await plain.PostAsync($"/ops/batches/{IdText}/names", ("reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var browser = await _portal.SignedInAsync("names", Phase1Roles.Operator, Phase1Roles.OperatorNames);
        (await browser.GetAsync($"/ops/batches/{IdText}")).Words.ShouldContain("See the names");

        (await browser.PostAsync($"/ops/batches/{IdText}/names", ("reason", "fourteen chars"))).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await browser.GetAsync($"/ops/batches/{IdText}/names")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var granted = await browser.PostAsync($"/ops/batches/{IdText}/names", ("reason", Reason));
        granted.Location.ShouldBe($"/ops/batches/{IdText}/names");

        var seen = await browser.GetAsync(granted.Location!);
        seen.Words.ShouldContain(OperatorNeighbourhood.Name);
        seen.Page.QuerySelector(".grant time[data-countdown]").ShouldNotBeNull();
        seen.Headers["Refresh"].ShouldEndWith($"url=/ops/batches/{IdText}");
        _portal.Others.Asked.Count(asked => asked.Contains("student-associations")).ShouldBe(1);
        (await AuditAsync()).ShouldBe([$"BreakGlass {Reason}"]);

        _portal.Service.Advance(TimeSpan.FromMinutes(14));
        await browser.GetAsync("/me");
        _portal.Service.Advance(TimeSpan.FromMinutes(14));
        (await browser.GetAsync(granted.Location!)).StatusCode.ShouldBe(HttpStatusCode.OK);
        _portal.Service.Advance(TimeSpan.FromMinutes(3));
        (await browser.GetAsync(granted.Location!)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Times_are_in_utc_with_the_local_ones_beside_them_and_the_other_way_round()
    {
        var browser = await StartAsync(Phase1Roles.Operator);

        (await browser.GetAsync(Item)).Page.QuerySelector("time")!.TextContent.ShouldMatch(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC \(.+\)$");
        await browser.PostAsync("/ops/zone", ("zone", "local"), ("return", Item));
        (await browser.GetAsync(Item)).Page.QuerySelector("time")!.TextContent.ShouldMatch(@"^\w+ \d+ \w+ \d\d:\d\d \(.+ UTC\)$");
    }

    [Fact, Trait("Scenario", "S-666")]
    public async Task A_batchs_story_shows_steps_and_facts_by_what_led_to_them()
    {
        var browser = await StartAsync(Phase1Roles.Operator);

        var seen = await browser.GetAsync($"/ops/batches/{IdText}");

        seen.Page.QuerySelector("td.depth-1")!.TextContent.ShouldContain("phase1.essay.slot.assigned.v1");
        seen.Page.QuerySelectorAll("details table td").Select(cell => cell.TextContent).ShouldContain("awaiting_content_validation");
        seen.Words.ShouldContain("essays_ready");
        seen.Page.QuerySelector($"a[href='{Item.Replace("nlp_service", "batch_orchestrator_service", StringComparison.Ordinal)}']")
            .ShouldNotBeNull();
        (await browser.GetAsync("/ops/batches?id=nonsense")).Words.ShouldContain("no such batches");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _portal.DisposeAsync();
    }

    async Task<Browser> StartAsync(params string[] roles)
    {
        _portal = await PortalUnderTest.StartAsync();
        OperatorNeighbourhood.Open(_portal.Others, _portal.Service.Clock.GetUtcNow());
        return await _portal.SignedInAsync("operator", roles);
    }

    void Note(HashSet<string> roles) =>
        _portal.Others.On(
            HttpMethod.Get,
            "/internal/v1/service",
            request =>
            {
                roles.UnionWith(request.Headers.GetValues("X-User-Roles"));
                return FakeHttp.Json(OperatorAnswers.Report(_portal.Service.Clock.GetUtcNow(), late: false));
            }
        );

    void Answer(string path, HttpStatusCode status, string code) =>
        _portal.Others.On(HttpMethod.Post, path, _ => FakeHttp.Json(new { Code = code }, status));

    async Task<IReadOnlyList<string>> AuditAsync()
    {
        await using var scope = _portal.Service.Services.CreateAsyncScope();
        var audit = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Audit;
        var entries = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(
            audit.Where(entry => entry.Reason != null).OrderBy(entry => entry.Id),
            Token
        );
        return [.. entries.Select(entry => $"{entry.Act} {entry.Reason}")];
    }
}
