using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>The pages of requests about students' data, over a Tickets that says what a test wants.</summary>
[Trait("Scenario", "P-56")]
public sealed class RequestPagesTests(WholePortal shared) : IClassFixture<WholePortal>
{
    const string Path = $"/privacy/requests/{TicketNeighbourhood.TicketId}";

    FakeHttp Others => shared.Portal.Others;

    Browser Officer => shared.Officer;

    DateTimeOffset Now => shared.Portal.Service.Clock.GetUtcNow();

    [Fact]
    public async Task Open_requests_stand_by_their_deadlines_and_one_that_is_overdue_is_said_so_at_one_question()
    {
        var late = TicketNeighbourhood.Request(Now, "DSAR_DELETE", "approval");
        late["deadline"] = Now.AddDays(-1);
        late["ticket_id"] = "DSAR-20260101-FFFFFF";
        TicketNeighbourhood.List(Others, TicketNeighbourhood.Request(Now), late);
        var before = Others.Asked.Count;

        var page = await Officer.GetAsync("/privacy/requests");

        Others.Asked.Skip(before).ShouldBe(["GET /v1/tickets?limit=100&type=dsar&open=true"]);
        var rows = page.Page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        rows[0].ShouldContain("Be erased");
        rows[0].ShouldContain("You have to approve it, or refuse.");
        rows[0].ShouldContain("overdue");
        rows[1].ShouldContain("(20 d 0 h left)");
        page.Page.QuerySelectorAll("tbody .wrong").Length.ShouldBe(1);
        page.Page.QuerySelector("nav [aria-current]")!.TextContent.ShouldBe("Requests about data");
    }

    [Fact]
    public async Task Without_a_request_the_page_says_so()
    {
        TicketNeighbourhood.List(Others);

        (await Officer.GetAsync("/privacy/requests")).Words.ShouldContain("No request is open.");
        (await Officer.GetAsync("/privacy/requests?all=true")).Words.ShouldContain("There have been no requests.");
    }

    [Theory]
    [InlineData("DSAR_ACCESS", "identity", "identified reject")]
    [InlineData("DSAR_ACCESS", "scope", "")]
    [InlineData("DSAR_ACCESS", "approval", "approve reject")]
    [InlineData("DSAR_ACCESS", "delivery", "delivered")]
    [InlineData("DSAR_DELETE", "approval", "approve reject")]
    [InlineData("DSAR_DELETE", "proof", "")]
    public async Task Each_stage_has_the_buttons_that_the_service_offers_at_two_questions(string sop, string stage, string decisions)
    {
        TicketNeighbourhood.Show(Others, TicketNeighbourhood.Request(Now, sop, stage));
        var before = Others.Asked.Count;

        var page = await Officer.GetAsync(Path);

        Others.Asked.Count.ShouldBe(before + 2);
        page.Page.QuerySelectorAll("button[name=decision]")
            .Select(button => button.GetAttribute("value")!)
            .ShouldBe(decisions.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
        page.Page.QuerySelectorAll($"form[action='{Path}/package']").Length.ShouldBe(stage == "delivery" ? 1 : 0);
        page.Page.QuerySelectorAll($"form[action='{Path}/cancel']").Length.ShouldBe(decisions.Length > 0 ? 1 : 0);
    }

    [Fact]
    public async Task What_services_hold_what_stands_in_the_way_and_the_proof_are_read_off_the_ticket()
    {
        var answer = """{"outcome": "held", "counts": {"students": 2, "classes": 0}, "remaining": {}, "blockers": []}""";
        var erased = answer.Replace("held", "erased", StringComparison.Ordinal);
        var metadata = $$$"""
            {"deferred_reason": "blocked: STUDENT_IN_USE", "stages": {
              "scope": {"result": {"student_ids": ["a", "b"], "essays": [{}]}},
              "eligibility": {"result": {"class_management_service": {{{answer}}}}},
              "erasure": {"result": {"class_management_service": {{{erased}}}}}
            }}
            """;
        TicketNeighbourhood.Show(Others, TicketNeighbourhood.Request(Now, "DSAR_DELETE", "proof", metadata: metadata));

        var page = await Officer.GetAsync(Path);

        page.Words.ShouldContain("2 rows of students, 1 text");
        page.Words.ShouldContain("The student is suggested or chosen in a batch that still awaits decisions.");
        page.Words.ShouldContain("only then it is proved");
        var rows = page.Page.QuerySelectorAll("tbody tr").Where(row => row.TextContent.Contains("Class Management")).ToList();
        rows.Count.ShouldBe(2);
        rows[0].QuerySelectorAll("li").Select(item => item.TextContent).ShouldBe(["students: 2"]);
        rows[1].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).Skip(1).ShouldBe(["0", "–"]);
    }

    [Fact, Trait("Scenario", "P-55")]
    public async Task Who_was_ticked_stays_ticked_when_another_name_is_searched_for_and_no_name_stands_in_an_address()
    {
        TicketNeighbourhood.Open(Others, Now);
        await Officer.GetAsync(Path);
        var chosen = TicketNeighbourhood.StudentId(1).ToString();

        var page = await Officer.PostAsync(
            $"{Path}/find",
            ("text", "Nyqvist"),
            ("student", chosen),
            ($"label-{chosen}", "Malin of 9A"),
            ("essays", "keep this")
        );

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        var ticks = page.Page.QuerySelectorAll("input[name=student]");
        ticks
            .Select(tick => (tick.GetAttribute("value"), tick.HasAttribute("checked")))
            .ShouldBe([(chosen, true), (TicketNeighbourhood.StudentId(2).ToString(), false)]);
        page.Words.ShouldContain("Malin of 9A");
        page.Words.ShouldContain("malin@skola.example · 9B · of teacher-2");
        page.Page.QuerySelector("#essays")!.TextContent.ShouldBe("keep this");
        page.Page.QuerySelector("[data-every]")!.GetAttribute("data-refresh").ShouldBe(Path);
        page.Page.QuerySelector("[data-every]")!.HasAttribute("data-status").ShouldBeFalse();
        Others.Asked.ShouldAllBe(asked => !asked.Contains("Nyqvist"));
    }

    [Fact, Trait("Scenario", "P-57")]
    public async Task A_decision_that_is_refused_leaves_what_was_typed_and_says_why()
    {
        TicketNeighbourhood.Open(Others, Now);
        Others.On(
            HttpMethod.Post,
            $"/v1/tickets/{TicketNeighbourhood.TicketId}/decision",
            _ => FakeHttp.Json(new { Code = "INVALID_STATE" }, HttpStatusCode.Conflict)
        );
        await Officer.GetAsync(Path);
        var student = TicketNeighbourhood.StudentId(1).ToString();
        var essay = TicketNeighbourhood.StudentId(9).ToString();

        var refused = await Officer.PostAsync(
            $"{Path}/decision",
            ("decision", "identified"),
            ("student", student),
            ($"label-{student}", "Malin"),
            ("essays", essay)
        );
        var wrong = await Officer.PostAsync($"{Path}/decision", ("decision", "identified"), ("student", student), ("essays", "no id"));
        var nobody = await Officer.PostAsync($"{Path}/decision", ("decision", "identified"), ("essays", essay));

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        refused.Page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Somebody or the deadline was faster.");
        refused.Page.QuerySelector("#essays")!.TextContent.ShouldBe(essay);
        refused.Page.QuerySelectorAll("input[name=student][checked]").Length.ShouldBe(1);
        wrong.Page.QuerySelector("#essays-error")!.TextContent.ShouldBe("Something here is not the id of an essay.");
        wrong.Page.QuerySelector("#essays")!.TextContent.ShouldBe("no id");
        nobody.Words.ShouldContain("Tick at least one student.");
    }

    [Fact, Trait("Scenario", "P-57")]
    public async Task While_tickets_is_away_everything_that_was_typed_stands_on_a_page_that_sends_it_again()
    {
        TicketNeighbourhood.Open(Others, Now);
        await Officer.GetAsync(Path);
        var opened = await Officer.GetAsync("/privacy/requests/new");
        Others.Away("/v1/tickets.*");

        var made = await Officer.PostAsync(
            "/privacy/requests",
            ("kind", "DSAR_DELETE"),
            ("email", "guardian@example.com"),
            ("notes", "By phone, <b>"),
            ("key", opened.Page.QuerySelector("input[name=key]")!.GetAttribute("value")!)
        );
        var decided = await Officer.PostAsync($"{Path}/decision", ("decision", "reject"), ("note", "The law <b>"));

        made.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        made.Words.ShouldContain("Tickets does not answer just now. Nothing was done");
        made.Page.QuerySelector("#notes")!.TextContent.ShouldBe("By phone, <b>");
        made.Page.QuerySelector("input[value=DSAR_DELETE]")!.HasAttribute("checked").ShouldBeTrue();
        decided.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var form = decided.Page.QuerySelector("main form")!;
        form.GetAttribute("action").ShouldBe($"{Path}/decision");
        form.QuerySelector("input[name=note]")!.GetAttribute("value").ShouldBe("The law <b>");
        form.QuerySelectorAll("input[name=__token]").Length.ShouldBe(1);
    }

    [Fact, Trait("Scenario", "P-57")]
    public async Task A_request_with_a_wrong_address_is_shown_again()
    {
        TicketNeighbourhood.Open(Others, Now);
        Others.On(
            HttpMethod.Post,
            "/v1/tickets",
            _ =>
                FakeHttp.Json(
                    new { Code = "VALIDATION_ERROR", Errors = new Dictionary<string, string[]> { ["email"] = ["..."] } },
                    HttpStatusCode.BadRequest
                )
        );
        await Officer.GetAsync("/privacy/requests/new");

        var page = await Officer.PostAsync("/privacy/requests", ("kind", "DSAR_ACCESS"), ("email", "nobody"), ("key", "1"));

        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Page.QuerySelector("#email")!.GetAttribute("value").ShouldBe("nobody");
        page.Page.QuerySelector("#email-error").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_package_comes_as_a_file_and_a_stopped_step_is_tried_again()
    {
        string? patched = null;
        TicketNeighbourhood.Show(Others, TicketNeighbourhood.Request(Now, stage: "scope", status: "blocked"));
        Others.On(HttpMethod.Get, $"/v1/tickets/{TicketNeighbourhood.TicketId}/package", _ => Zip());
        Others.On(
            HttpMethod.Patch,
            $"/v1/tickets/{TicketNeighbourhood.TicketId}",
            async request =>
            {
                patched = await request.Content!.ReadAsStringAsync();
                return FakeHttp.Json(TicketNeighbourhood.Request(Now));
            }
        );
        var page = await Officer.GetAsync(Path);

        var file = await Officer.PostAsync($"{Path}/package");
        var resumed = await Officer.PostAsync($"{Path}/resume");

        page.Words.ShouldContain("Stopped: a step failed five times");
        file.Headers["Content-Type"].ShouldBe("application/zip");
        file.Headers["Content-Disposition"].ShouldContain($"{TicketNeighbourhood.TicketId}.zip");
        file.Headers["Cache-Control"].ShouldBe("no-store");
        file.Text.ShouldBe("PK all of it");
        resumed.Location.ShouldBe(Path);
        ((string?)JsonNode.Parse(patched!)!["status"]).ShouldBe("in_progress");
    }

    static HttpResponseMessage Zip() =>
        new(HttpStatusCode.OK) { Content = new StringContent("PK all of it", Encoding.UTF8, "application/zip") };
}
