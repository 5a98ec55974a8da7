using System.Net;
using System.Text.Json.Nodes;
using Phase1.Integration.Tests.Tickets;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tickets;

namespace Phase1.Integration.Tests.Portal;

/// <summary>What Tickets and Feedback know of a teacher's batches, beside the batches.</summary>
[Trait("Scenario", "P-58")]
public sealed class TeacherMattersTests(WholePortal shared) : IClassFixture<WholePortal>
{
    static readonly string Path = $"/batches/{Neighbourhood.BatchId}";

    FakeHttp Others => shared.Portal.Others;

    DateTimeOffset Now => shared.Portal.Service.Clock.GetUtcNow();

    [Fact]
    public async Task A_review_and_texts_of_the_unknown_student_stand_on_the_card_of_their_batch()
    {
        Neighbourhood.Open(Others, Now);
        TicketNeighbourhood.List(Others, Matter("ASSOCIATION_REVIEW", "review_essay_ids", 2), Matter("UNKNOWN_STUDENT", "guest_essays", 1));
        var before = Others.Asked.Count;

        var overview = await shared.Teacher.GetAsync("/");

        Others
            .Asked.Skip(before)
            .ShouldBe(
                ["GET /v1/batches", "GET /v1/classes?limit=200", "GET /v1/tickets?limit=100&type=review,unknown&open=true"],
                ignoreOrder: true
            );
        var card = overview.Page.QuerySelector("article")!;
        card.TextContent.ShouldContain("2 texts need a closer look.");
        card.TextContent.ShouldContain("The deadline bound 1 text to the unknown student.");
        card.QuerySelectorAll($"p > a[href='{Path}/review']").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_batch_says_how_far_its_feedback_is_and_what_the_rest_waits_for()
    {
        Analysed("processing_pipelines");
        TicketNeighbourhood.List(Others);
        FeedbackNeighbourhood.Open(Others, Now.AddHours(10));

        var batch = await shared.Teacher.GetAsync(Path);
        var feedback = await shared.Teacher.GetAsync($"{Path}/feedback");
        var part = await shared.Teacher.GetAsync($"{Path}/feedback/state");

        foreach (var page in new[] { batch, feedback, part })
        {
            var state = page.Page.QuerySelector($"[data-refresh='{Path}/feedback/state']")!;
            state.TextContent.ShouldContain(
                "Feedback on 1 of 3 essays is written. On 1 there will be none. The rest waits: the school's money"
            );
            state.TextContent.ShouldContain("It goes on by itself");
        }
        batch.Page.QuerySelector($"a[href='{Path}/feedback']").ShouldNotBeNull();
        feedback.Page.QuerySelectorAll("main h2").Length.ShouldBe(3);
        feedback.Words.ShouldContain($"It tells {Neighbourhood.Markup}");
        feedback.Words.ShouldContain("he go → he goes");
        feedback.Words.ShouldContain("The text is too long.");
        feedback.Words.ShouldContain("Nothing has been written yet.");
    }

    [Fact]
    public async Task A_batch_without_a_run_asks_nobody_for_feedback_and_one_without_feedback_has_no_page_of_it()
    {
        Neighbourhood.Open(Others, Now);
        TicketNeighbourhood.List(Others);
        Others.OnGet($"/v1/batches/{Neighbourhood.BatchId}/feedback", HttpStatusCode.NotFound);
        var before = Others.Asked.Count;

        (await shared.Teacher.GetAsync(Path)).Page.QuerySelector($"a[href='{Path}/feedback']").ShouldBeNull();

        Others.Asked.Skip(before).ShouldNotContain(asked => asked.EndsWith("/feedback", StringComparison.Ordinal));
        (await shared.Teacher.GetAsync($"{Path}/feedback")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task With_tickets_and_feedback_away_a_batch_is_shown_without_them_and_names_them()
    {
        Analysed("completed_successfully");
        Others.Away("/v1/tickets");
        Others.Away($"/v1/batches/{Neighbourhood.BatchId}/feedback");

        var batch = await shared.Teacher.GetAsync(Path);
        var overview = await shared.Teacher.GetAsync("/");

        batch.StatusCode.ShouldBe(HttpStatusCode.OK);
        batch.Words.ShouldContain("Tickets does not answer just now.");
        batch.Words.ShouldContain("Feedback does not answer just now.");
        overview.Words.ShouldContain("Tickets does not answer just now.");
    }

    [Fact]
    public async Task What_records_have_opened_is_shown_to_the_teacher_whom_it_is_for_and_to_nobody_else()
    {
        await using var tickets = await ServiceUnderTest.StartAsync(() => new TicketsService());
        await using var portal = await PortalUnderTest.StartAsync(Programs.HaveAllServices);
        using var service = new ServiceBehind(tickets, portal.Others, "/v1/tickets.*");
        Neighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        var anna = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        var bo = await portal.SignedInAsync("bo", Phase1Roles.Teacher);
        var batch = new BatchFacts(expected: 3) { UserId = "user-anna" };

        await tickets.FeedAsync(TicketsUnderTest.Needed(batch, essays: 2) with { BatchId = Neighbourhood.BatchId });
        await tickets.FeedAsync(TicketsUnderTest.TimedOut(batch, 1) with { BatchId = Neighbourhood.BatchId });
        await tickets.DrainAsync();

        var ofAnna = await anna.GetAsync(Path);
        var ofBo = await bo.GetAsync(Path);

        ofAnna.Words.ShouldContain("2 texts need a closer look.");
        ofAnna.Words.ShouldContain("The deadline bound 1 text to the unknown student.");
        ofBo.Words.ShouldNotContain("closer look");
        ofBo.Words.ShouldNotContain("unknown student");
    }

    // The neighbourhood's batch after a run.
    void Analysed(string status)
    {
        Neighbourhood.Open(Others, Now);
        Others.OnGet(
            Path.Replace("/batches", "/v1/batches", StringComparison.Ordinal),
            new
            {
                Neighbourhood.BatchId,
                Status = status,
                Deadline = (DateTimeOffset?)null,
                Progress = new { Texts = (object?)null, Decisions = (object?)null },
                Details = new
                {
                    Neighbourhood.BatchId,
                    Status = status,
                    ClassId = (Guid?)null,
                    CourseCode = "ENG6",
                    Counts = new
                    {
                        Expected = 3,
                        Provisioned = (int?)3,
                        Failed = (int?)0,
                        Stored = 3,
                        Decided = 3,
                    },
                    StatusSince = Now,
                    StuckSince = (DateTimeOffset?)null,
                    Pipeline = new
                    {
                        RequestedPipeline = "ai_feedback",
                        Phases = new[] { "ai_feedback" },
                        CurrentPhase = "ai_feedback",
                    },
                    CreatedAt = Now,
                },
                Unavailable = Array.Empty<string>(),
            }
        );
    }

    static Dictionary<string, object?> Matter(string sop, string list, int essays)
    {
        var ticket = TicketNeighbourhood.Request(DateTimeOffset.UnixEpoch);
        ticket["sop"] = sop;
        ticket["ticket_id"] = sop;
        ticket["correlation_id"] = Neighbourhood.BatchId.ToString();
        ticket["metadata"] = new JsonObject { [list] = new JsonArray([.. Enumerable.Range(0, essays).Select(n => (JsonNode)n)]) };
        return ticket;
    }
}
