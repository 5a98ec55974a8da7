using System.Net;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

public sealed class ReviewTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    static readonly string Review = $"/batches/{Neighbourhood.BatchId}/review";
    static readonly string Essay = $"{Review}/{Neighbourhood.BatchId}";

    [Fact]
    public async Task An_essay_is_shown_with_its_text_its_candidates_their_reasons_and_what_the_last_decision_does()
    {
        var (_, browser) = Open();

        var card = (await browser.GetAsync(Review)).Page.QuerySelector(".essay")!;

        card.TextContent.ShouldContain("certain 0.95; the name is the same");
        card.TextContent.ShouldContain("This is the last decision: 1 essay");
        card.QuerySelector(".evidence")!.TextContent.ShouldContain($"The day {Neighbourhood.Markup}");
        card.QuerySelectorAll("input[type=radio]").Length.ShouldBe(1);
    }

    [Fact, Trait("Scenario", "P-39")]
    public async Task On_its_own_page_an_essay_is_decided_in_every_way_and_what_was_read_as_a_name_is_marked()
    {
        var (_, browser) = Open();

        var page = (await browser.GetAsync(Essay)).Page;

        page.QuerySelectorAll("button[name=action]")
            .Select(button => button.GetAttribute("value"))
            .ShouldBe(["choose", "unknown", "reject", "exclude"]);
        page.QuerySelectorAll("select option").Length.ShouldBe(2);
        page.QuerySelector("mark")!.TextContent.ShouldBe("The day");
    }

    [Theory]
    [InlineData("/internal/v1/content/excerpts")]
    [InlineData("/v1/student-matching/preview")]
    public async Task Without_texts_or_marks_the_decisions_are_there(string away)
    {
        var (portal, browser) = Open();
        portal.Others.Away(away);

        (await browser.GetAsync(Review)).Page.QuerySelectorAll(".essay input[type=radio]").Length.ShouldBe(1);
        (await browser.GetAsync(Essay)).Page.QuerySelectorAll("input[type=radio]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_board_says_whose_it_is_and_of_a_class_that_was_deleted_since_it_is_there_all_the_same()
    {
        var (portal, browser) = Open();
        (await browser.GetAsync(Review))
            .Page.QuerySelector(".board > .hint bdi")!
            .TextContent.ShouldStartWith($"9B {Neighbourhood.Markup} · English 6");
        portal.Others.OnGet($"/v1/classes/{Neighbourhood.ClassId}(/roster)?", HttpStatusCode.NotFound);

        (await browser.GetAsync(Review)).Page.QuerySelectorAll(".essay").Length.ShouldBe(1);
        (await browser.GetAsync(Essay)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_decision_is_sent_with_the_version_that_was_shown()
    {
        var (portal, browser) = Open();
        var sent = Record(portal, HttpMethod.Post, "/decisions");
        await browser.GetAsync(Review);

        var answer = await browser.PostAsync(Essay, ("action", "choose"), ("student", $"{Neighbourhood.ClassId}"), ("version", "3"));

        answer.Location.ShouldBe(Review);
        sent.ShouldBe([
            $"{{\"decisions\":[{{\"essay_id\":\"{Neighbourhood.BatchId}\",\"action\":\"choose\","
                + $"\"student_id\":\"{Neighbourhood.ClassId}\",\"association_version\":3}}]}}",
        ]);
    }

    [Fact]
    public async Task The_suggested_student_is_accepted_and_not_chosen()
    {
        var (portal, browser) = Open();
        var sent = Record(portal, HttpMethod.Post, "/decisions");
        await browser.GetAsync(Review);

        await browser.PostAsync(
            Essay,
            ("action", "choose"),
            ("student", $"{Neighbourhood.ClassId}"),
            ("suggested", $"{Neighbourhood.ClassId}"),
            ("version", "3")
        );

        sent.Single().ShouldContain("\"action\":\"accept\",\"student_id\":null");
    }

    [Fact]
    public async Task A_script_sends_decisions_under_a_key_and_gets_their_rows_as_they_are_now()
    {
        var (portal, browser) = Open();
        var keys = new List<string>();
        portal.Others.On(
            HttpMethod.Post,
            $"/v1/batches/{Neighbourhood.BatchId}/student-associations/decisions",
            request =>
            {
                keys.AddRange(request.Headers.GetValues("Idempotency-Key"));
                return FakeHttp.Json(new { });
            }
        );

        var answer = await DecideAsync(browser, version: 3);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        keys.ShouldBe(["k1"]);
        answer.Page.QuerySelectorAll("form[data-key]").Length.ShouldBe(1);
        answer.Page.QuerySelector("[data-key=summary]")!.TextContent.ShouldContain("0 of 1 essay decided");
    }

    [Theory]
    [InlineData("open", "STALE_VERSION")]
    [InlineData("released", "ALREADY_RELEASED")]
    public async Task A_script_that_was_slower_is_told_what_was_wanted_or_that_only_corrections_are_left(string state, string code)
    {
        var (portal, browser) = Open();
        Neighbourhood.Suggest(portal.Others, portal.Service.Clock.GetUtcNow(), state);
        portal.Others.On(
            HttpMethod.Post,
            $"/v1/batches/{Neighbourhood.BatchId}/student-associations/decisions",
            _ => FakeHttp.Json(new { Code = "STALE_VERSION" }, HttpStatusCode.Conflict)
        );

        var answer = await DecideAsync(browser, version: 2);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        answer.Page.QuerySelector("[data-code]")!.GetAttribute("data-code").ShouldBe(code);
        answer.Words.Contains("You wanted: unknown student", StringComparison.Ordinal).ShouldBe(state == "open");
    }

    [Fact]
    public async Task An_open_board_is_told_what_has_changed_and_nothing_where_nothing_has()
    {
        var (_, browser) = Open();

        (await browser.GetAsync($"{Review}/rows?tag=%227%22")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await browser.GetAsync($"{Review}/rows?tag=%226%22")).Page.QuerySelectorAll("form[data-key]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_was_slower_sees_the_list_as_it_is_now_and_why()
    {
        var (portal, browser) = Open();
        portal.Others.On(
            HttpMethod.Post,
            $"/v1/batches/{Neighbourhood.BatchId}/student-associations/decisions",
            _ => FakeHttp.Json(new { Code = "STALE_VERSION" }, HttpStatusCode.Conflict)
        );
        await browser.GetAsync(Review);

        var answer = await browser.PostAsync(Essay, ("action", "unknown"), ("version", "2"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        answer.Words.ShouldContain("Somebody or the deadline was faster.");
        answer.Page.QuerySelectorAll(".essay").Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_certain_ones_are_confirmed_as_they_were_seen()
    {
        var (portal, browser) = Open();
        var tags = new List<string>();
        portal.Others.On(
            HttpMethod.Post,
            $"/v1/batches/{Neighbourhood.BatchId}/student-associations/confirm-band",
            request =>
            {
                tags.AddRange(request.Headers.GetValues("If-Match"));
                return FakeHttp.Json(new { });
            }
        );
        var page = await browser.GetAsync($"{Review}/certain");
        var tag = page.Page.QuerySelector("input[name=tag]")!.GetAttribute("value")!;

        (await browser.PostAsync($"{Review}/certain", ("tag", tag))).Location.ShouldBe(Review);

        page.Words.ShouldContain(Neighbourhood.Markup);
        tags.ShouldBe(["\"7\""]);
    }

    [Fact]
    public async Task After_the_release_a_decision_is_corrected()
    {
        var (portal, browser) = Open();
        Neighbourhood.Suggest(portal.Others, portal.Service.Clock.GetUtcNow(), "released");
        var sent = Record(portal, HttpMethod.Put, $"/{Neighbourhood.BatchId}");
        var page = await browser.GetAsync(Review);

        await browser.PostAsync($"{Essay}/correction", ("other", "unknown"), ("version", "3"));

        page.Page.QuerySelectorAll("button[value=unknown]").ShouldBeEmpty();
        sent.ShouldBe(["{\"student_id\":\"unknown\",\"association_version\":3}"]);
    }

    [Fact]
    public async Task A_text_is_read_as_text()
    {
        var (_, browser) = Open();

        var page = await browser.GetAsync($"/batches/{Neighbourhood.BatchId}/essays/{Neighbourhood.BatchId}");

        page.Page.QuerySelector(".text")!.TextContent.ShouldBe($"The day {Neighbourhood.Markup}");
    }

    static async Task<Seen> DecideAsync(Browser browser, int version)
    {
        await browser.GetAsync("/me");
        using var body = new StringContent(
            $"{{\"decisions\":[{{\"essay_id\":\"{Neighbourhood.BatchId}\",\"action\":\"unknown\",\"student_id\":null,\"association_version\":{version}}}]}}",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        return await browser.SendAsync(
            HttpMethod.Post,
            $"{Review}/decisions",
            body,
            headers =>
            {
                headers.Add("X-Antiforgery", browser.Token);
                headers.Add("Idempotency-Key", "k1");
            }
        );
    }

    (PortalUnderTest Portal, Browser Browser) Open()
    {
        Neighbourhood.Open(shared.Portal.Others, shared.Portal.Service.Clock.GetUtcNow());
        return (shared.Portal, shared.Teacher);
    }

    static List<string> Record(PortalUnderTest portal, HttpMethod method, string path)
    {
        var sent = new List<string>();
        portal.Others.On(
            method,
            $"/v1/batches/{Neighbourhood.BatchId}/student-associations{path}",
            async request =>
            {
                sent.Add(await request.Content!.ReadAsStringAsync());
                return FakeHttp.Json(new { });
            }
        );
        return sent;
    }
}
