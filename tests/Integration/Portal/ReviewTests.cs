using System.Net;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

public sealed class ReviewTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    static readonly string Review = $"/batches/{Neighbourhood.BatchId}/review";
    static readonly string Essay = $"{Review}/{Neighbourhood.BatchId}";

    [Fact]
    public async Task An_essay_is_shown_with_its_candidates_their_reasons_and_what_the_last_decision_does()
    {
        var (_, browser) = Open();

        var card = (await browser.GetAsync(Review)).Page.QuerySelector("section.card")!;

        card.TextContent.ShouldContain("certain 0.95; the name is the same");
        card.TextContent.ShouldContain("This is the last decision: 1 essay");
        card.QuerySelectorAll("input[type=radio]").Length.ShouldBe(1);
        card.QuerySelectorAll("select option").Length.ShouldBe(2);
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
        answer.Page.QuerySelectorAll("section.card").Length.ShouldBe(1);
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
