using System.Net;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

public sealed class NotificationPageTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Fact, Trait("Scenario", "S-633")]
    public async Task Notifications_of_one_kind_that_follow_one_another_are_one_line_which_is_read_as_one()
    {
        var browser = Open();

        var page = (await browser.GetAsync("/notifications")).Page;
        await browser.PostAsync("/notifications/read", ("id", $"{Neighbourhood.BatchId}"), ("id", $"{Neighbourhood.ClassId}"));

        page.QuerySelectorAll("li.unread").Length.ShouldBe(1);
        page.QuerySelector("li.unread")!.TextContent.ShouldContain("2 files could not be used: it is protected by a password");
        page.QuerySelector("li.unread a")!.GetAttribute("href").ShouldBe($"/batches/{Neighbourhood.BatchId}");
        page.QuerySelectorAll("li.unread input[name=id]").Length.ShouldBe(2);
        shared.Portal.Others.Asked.Count(asked => asked == $"POST /v1/notifications/{Neighbourhood.BatchId}/read").ShouldBe(2);
    }

    [Fact, Trait("Scenario", "S-633")]
    public async Task All_that_were_shown_are_read_at_once()
    {
        var browser = Open();
        string? sent = null;
        shared.Portal.Others.On(
            HttpMethod.Post,
            "/v1/notifications/read",
            async request =>
            {
                sent = await request.Content!.ReadAsStringAsync();
                return new HttpResponseMessage(HttpStatusCode.NoContent);
            }
        );
        var newest = (await browser.GetAsync("/notifications")).Page.QuerySelector("button[name=up_to]")!.GetAttribute("value")!;

        (await browser.PostAsync("/notifications/read", ("up_to", newest))).Location.ShouldBe("/notifications");

        sent.ShouldBe($"{{\"up_to\":\"{newest}\"}}");
    }

    [Fact]
    public async Task Every_page_of_a_teacher_has_a_place_for_what_is_urgent_and_no_page_waits_for_it()
    {
        var browser = Open();
        shared.Portal.Others.Away("/v1/notifications.*");
        (await browser.GetAsync("/")).Page.QuerySelector("[data-refresh='/notifications/bar']")!.TextContent.Trim().ShouldBe("");

        Open();

        (await browser.GetAsync("/notifications/bar")).Words.ShouldContain("2 unread notifications, 1 needs you");
    }

    [Fact, Trait("Scenario", "S-634")]
    public async Task The_timeline_says_what_happened_in_words_and_keeps_the_rest_behind_details()
    {
        var browser = Open();

        var page = (await browser.GetAsync($"/batches/{Neighbourhood.BatchId}/timeline")).Page;

        page.QuerySelectorAll("section > ol > li")
            .Select(line => string.Join(' ', line.QuerySelectorAll("span").Skip(1).Select(part => part.TextContent)))
            .ShouldBe(["2 files uploaded", "All authors were decided → Authors decided"]);
        page.QuerySelector("details li")!.TextContent.ShouldContain("You were told");
    }

    [Fact, Trait("Scenario", "P-29")]
    public async Task Work_is_started_by_a_request_of_the_page_and_a_run_that_another_page_began_is_said_to_run()
    {
        var browser = Open();
        var now = shared.Portal.Service.Clock.GetUtcNow();
        Neighbourhood.Explain(shared.Portal.Others, now, "ready_for_pipeline_execution");
        shared.Portal.Others.OnGet("/v1/pipelines", new[] { new { Name = "feedback", Phases = new[] { "spellcheck", "ai_feedback" } } });
        var sent = new List<string>();
        shared.Portal.Others.On(
            HttpMethod.Post,
            $"/v1/batches/{Neighbourhood.BatchId}/pipelines",
            async request =>
            {
                sent.Add(await request.Content!.ReadAsStringAsync());
                return sent.Count < 3
                    ? FakeHttp.Json(new { }, HttpStatusCode.Accepted)
                    : FakeHttp.Json(new { Code = "PIPELINE_ALREADY_RUNNING" }, HttpStatusCode.Conflict);
            }
        );
        var page = (await browser.GetAsync($"/batches/{Neighbourhood.BatchId}")).Page;
        var key = page.QuerySelector("input[name=client_correlation_id]")!.GetAttribute("value")!;
        page.QuerySelector("label.tick")!.TextContent.ShouldContain("Feedback: spelling, written feedback");

        for (var presses = 0; presses < 2; presses++)
        {
            var answer = await StartAsync(browser, key);
            answer.Location.ShouldBe($"/batches/{Neighbourhood.BatchId}");
        }
        var other = await StartAsync(browser, $"{shared.Portal.Service.NewId()}");

        sent[0].ShouldBe($"{{\"requested_pipeline\":\"feedback\",\"client_correlation_id\":\"{key}\"}}");
        sent[1].ShouldBe(sent[0]);
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        other.Words.ShouldContain("A pipeline is already running on the batch.");
    }

    static Task<Seen> StartAsync(Browser browser, string key) =>
        browser.PostAsync($"/batches/{Neighbourhood.BatchId}/pipelines", ("pipeline", "feedback"), ("client_correlation_id", key));

    Browser Open()
    {
        Neighbourhood.Open(shared.Portal.Others, shared.Portal.Service.Clock.GetUtcNow());
        shared.Portal.Others.On(HttpMethod.Post, "/v1/notifications/.*/read", _ => new HttpResponseMessage(HttpStatusCode.NoContent));
        return shared.Teacher;
    }
}
