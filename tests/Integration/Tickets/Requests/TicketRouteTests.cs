using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.Tickets.Requests;

public sealed class TicketRouteTests(TicketsUnderTest tickets) : IClassFixture<TicketsUnderTest>
{
    static CancellationToken Token => TicketsUnderTest.Token;

    [Fact]
    public async Task A_request_is_opened_parked_decided_and_told()
    {
        using var admin = tickets.As("admin-1", "school-admin", "school-1");
        using var posted = await admin.PostAsJsonAsync(
            "/v1/tickets",
            new
            {
                sop = "REQUEST",
                email = "parent@example.com",
                details = new { what = "a copy" },
            },
            Token
        );
        var ticket = await TicketsUnderTest.ReadAsync(posted, HttpStatusCode.Created);
        var address = posted.Headers.Location!.ToString();
        await WaitAsync(admin, address, "deferred");

        using var early = await admin.PostAsJsonAsync($"{address}/decision", new { decision = "perhaps" }, Token);
        (await TicketsUnderTest.ReadAsync(early, HttpStatusCode.BadRequest))["code"]!.ToString().ShouldBe("VALIDATION_ERROR");
        using var bare = await admin.PostAsJsonAsync($"{address}/decision", new { decision = "no" }, Token);
        (await TicketsUnderTest.ReadAsync(bare, HttpStatusCode.BadRequest))["code"]!.ToString().ShouldBe("MISSING_REQUIRED_FIELD");
        using var decided = await admin.PostAsJsonAsync($"{address}/decision", new { decision = "yes" }, Token);
        await TicketsUnderTest.ReadAsync(decided);
        using var again = await admin.PostAsJsonAsync($"{address}/decision", new { decision = "yes" }, Token);
        await TicketsUnderTest.ReadAsync(again);
        using var other = await admin.PostAsJsonAsync($"{address}/decision", new { decision = "no", note = "late" }, Token);
        await TicketsUnderTest.ReadAsync(other, HttpStatusCode.Conflict);

        await tickets.Service.DrainAsync();
        var told = await tickets.Service.Log.FactsAsync<TicketDecisionMade>(Token);
        var fact = told.Single(fact => fact.Data.TicketId == (string?)ticket["ticket_id"]).Data;
        (fact.Decision, fact.DecidedBy).ShouldBe(("yes", "admin-1"));
    }

    [Theory]
    [InlineData("""{"email": "a@b"}""", HttpStatusCode.BadRequest, "MISSING_REQUIRED_FIELD")]
    [InlineData("""{"sop": "REQUEST", "email": "nobody"}""", HttpStatusCode.BadRequest, "VALIDATION_ERROR")]
    [InlineData("""{"sop": "REQUEST", "email": "a@b", "priority": 11}""", HttpStatusCode.BadRequest, "VALIDATION_ERROR")]
    [InlineData("""{"sop": "REQUEST", "email": "a@b", "status": "completed"}""", HttpStatusCode.BadRequest, null)]
    [InlineData("""{"sop": "NO_SUCH", "email": "a@b"}""", HttpStatusCode.UnprocessableEntity, "UNKNOWN_SOP")]
    [InlineData("""{"sop": "ASSOCIATION_REVIEW", "email": "a@b"}""", HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR")]
    public async Task What_cannot_be_opened_is_refused(string body, HttpStatusCode status, string? code)
    {
        using var admin = tickets.As("admin-1", "school-admin");

        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var answer = await admin.PostAsync("/v1/tickets", content, Token);

        var problem = await TicketsUnderTest.ReadAsync(answer, status);
        if (code is not null)
        {
            problem["code"]!.ToString().ShouldBe(code);
        }
    }

    [Fact]
    public async Task A_change_keeps_to_the_policy_and_to_the_version_it_was_made_for()
    {
        using var admin = tickets.As("admin-1", "school-admin");
        var address = await OpenedAsync(admin);
        var parked = await WaitAsync(admin, address, "deferred");
        var version = (int)parked["version"]!;

        using var leap = await admin.PatchAsJsonAsync(address, new { status = "completed" }, Token);
        var refused = await TicketsUnderTest.ReadAsync(leap, HttpStatusCode.Conflict);
        ((string?)refused["code"], (string?)refused["current"]!["status"]).ShouldBe(("TRANSITION_NOT_ALLOWED", "deferred"));
        (await PatchAsync(admin, address, version - 1, new { priority = 9 })).ShouldBe((HttpStatusCode.Conflict, "STALE_VERSION"));
        (await PatchAsync(admin, address, version, new { priority = 9, notes = "é" })).ShouldBe((HttpStatusCode.OK, null));
        using var stages = await admin.PatchAsJsonAsync(address, new { metadata = new { stages = new { } } }, Token);
        stages.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var ticket = (await admin.GetFromJsonAsync<JsonObject>(address, Token))!;
        ((int)ticket["priority"]!, (string?)ticket["notes"], (int)ticket["version"]!).ShouldBe((9, "é", version + 1));
    }

    [Fact]
    [Trait("Scenario", "TC-X10")]
    public async Task A_ticket_that_has_ended_is_reopened_with_a_reason()
    {
        using var admin = tickets.As("admin-1", "school-admin");
        var address = await OpenedAsync(admin);

        using var open = await admin.PostAsJsonAsync($"{address}/reopen", new { reason = "why not" }, Token);
        open.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var bare = await admin.PostAsJsonAsync($"{address}/cancel", new { }, Token);
        bare.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        for (var i = 0; i < 2; i++)
        {
            using var cancelled = await admin.PostAsJsonAsync($"{address}/cancel", new { reason = "a mistake" }, Token);
            ((string?)(await TicketsUnderTest.ReadAsync(cancelled))["outcome"]).ShouldBe("withdrawn");
        }
        using var without = await admin.PostAsJsonAsync($"{address}/reopen", new { }, Token);
        without.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var reopened = await admin.PostAsJsonAsync($"{address}/reopen", new { reason = "it was none" }, Token);

        var ticket = await TicketsUnderTest.ReadAsync(reopened);
        (TicketsUnderTest.Status(ticket), (string?)ticket["agent_occurrence_id"]).ShouldBe(("pending", "__shared__"));
        ticket["completed_at"].ShouldBeNull();
        ticket["outcome"].ShouldBeNull();
        var history = await admin.GetFromJsonAsync<JsonObject>($"{address}/history", Token);
        history!["items"]!.AsArray().Select(item => (string?)item!["reason"]).ShouldContain("it was none");
    }

    [Fact]
    [Trait("Scenario", "TC-X15")]
    public async Task A_review_is_put_off_no_longer_than_its_deadline()
    {
        var batch = new BatchFacts(3);
        await tickets.FeedAsync(TicketsUnderTest.Needed(batch));
        var parked = await tickets.WaitAsync(batch, "ASSOCIATION_REVIEW", ticket => TicketsUnderTest.Status(ticket) == "deferred");
        using var teacher = tickets.As(batch.UserId);

        using var answer = await teacher.PostAsJsonAsync(
            $"/v1/tickets/{parked["ticket_id"]}/defer",
            new { reason = "later", defer_hours = 100_0 },
            Token
        );

        (await TicketsUnderTest.ReadAsync(answer, HttpStatusCode.UnprocessableEntity))["code"]!
            .ToString()
            .ShouldBe("DEFERRAL_BEYOND_DEADLINE");
        var after = (await tickets.FindAsync(batch, "ASSOCIATION_REVIEW"))!;
        ((int)after["version"]!).ShouldBe((int)parked["version"]!);
    }

    [Fact]
    [Trait("Scenario", "TC-X20")]
    public async Task Each_sees_what_is_theirs()
    {
        var batch = new BatchFacts(3) { UserId = $"teacher-{Guid.CreateVersion7(tickets.Service.Clock.GetUtcNow())}" };
        await tickets.FeedAsync(TicketsUnderTest.Needed(batch));
        var id = (string)(await tickets.FindAsync(batch, "ASSOCIATION_REVIEW"))!["ticket_id"]!;

        (await StatusAsync("stranger", "teacher", id)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync("officer", "privacy-officer", id)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync("admin", "school-admin", id)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(batch.UserId, "teacher", "no such id")).ShouldBe(HttpStatusCode.NotFound);
        using var operators = tickets.As("operator-1", "operator");
        var seen = (await operators.GetFromJsonAsync<JsonObject>($"/v1/tickets/{id}", Token))!;
        new[] { "email", "user_identifier", "notes", "metadata" }.ShouldAllBe(field => seen[field] == null);
        using var tool = await operators.PostAsJsonAsync("/v1/tools/get_ticket", new { ticket_id = id }, Token);
        tool.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var patch = await operators.PatchAsJsonAsync($"/v1/tickets/{id}", new { priority = 1 }, Token);
        patch.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var stranger = tickets.As("stranger");
        (await stranger.GetFromJsonAsync<JsonObject>("/v1/tickets", Token))!["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_goes_on_where_its_page_ended()
    {
        var teacher = $"teacher-{Guid.CreateVersion7(tickets.Service.Clock.GetUtcNow())}";
        for (var i = 0; i < 5; i++)
        {
            await tickets.FeedAsync(TicketsUnderTest.Needed(new BatchFacts(3) { UserId = teacher }));
        }
        using var client = tickets.As(teacher);
        List<string> seen = [];
        string? cursor = null;

        do
        {
            var page = (await client.GetFromJsonAsync<JsonObject>($"/v1/tickets?limit=2&open=true&cursor={cursor}", Token))!;
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["ticket_id"]!));
            cursor = (string?)page["next_cursor"];
        } while (cursor is not null);

        seen.Count.ShouldBe(5);
        seen.ShouldBeUnique();
        using var invalid = await client.GetAsync("/v1/tickets?cursor=mine", Token);
        invalid.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var status = await client.GetAsync("/v1/tickets?status=done", Token);
        status.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Operators_see_tools_workers_and_procedures()
    {
        using var operators = tickets.As("operator-1", "operator");

        var tools = (await operators.GetFromJsonAsync<JsonObject>("/v1/tools", Token))!["items"]!.AsArray();
        tools.Count.ShouldBe(3);
        using var unknown = await operators.GetAsync("/v1/tools/make_coffee", Token);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var refused = await operators.PostAsJsonAsync("/v1/tools/update_ticket", new { }, Token);
        ((string?)(await TicketsUnderTest.ReadAsync(refused))["error"]).ShouldBe("ticket_id (str) is required");
        var metrics = (await operators.GetFromJsonAsync<JsonObject>("/v1/tickets/metrics", Token))!;
        ((double)metrics["tools_enabled"]!).ShouldBe(3);
        // Its first word of itself may be on its way.
        JsonArray workers = [];
        await Phase1.Tests.Infrastructure.Engine.Eventually.BecomesTrueAsync(
            async () =>
                (workers = (await operators.GetFromJsonAsync<JsonObject>("/internal/v1/occurrences", Token))!["items"]!.AsArray()).Count
                > 0,
            Token
        );
        ((bool)workers.ShouldHaveSingleItem()!["alive"]!).ShouldBeTrue();
        var sop = (await operators.GetFromJsonAsync<JsonObject>("/v1/tickets/sops/ASSOCIATION_REVIEW", Token))!;
        ((bool)sop["deadline_binds"]!).ShouldBeTrue();
    }

    static async Task<(HttpStatusCode Status, string? Code)> PatchAsync(HttpClient client, string address, int version, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = JsonContent.Create(body) };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{version}\"")));
        using var answer = await client.SendAsync(request, Token);
        return (answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!["code"]);
    }

    static async Task<string> OpenedAsync(HttpClient admin)
    {
        using var posted = await admin.PostAsJsonAsync("/v1/tickets", new { sop = "REQUEST", email = "parent@example.com" }, Token);
        await TicketsUnderTest.ReadAsync(posted, HttpStatusCode.Created);
        return posted.Headers.Location!.ToString();
    }

    static async Task<JsonObject> WaitAsync(HttpClient client, string address, string status)
    {
        JsonObject? ticket = null;
        await Phase1.Tests.Infrastructure.Engine.Eventually.BecomesTrueAsync(
            async () => TicketsUnderTest.Status(ticket = (await client.GetFromJsonAsync<JsonObject>(address, Token))!) == status,
            Token
        );
        return ticket!;
    }

    async Task<HttpStatusCode> StatusAsync(string user, string roles, string id)
    {
        using var client = tickets.As(user, roles);
        using var answer = await client.GetAsync($"/v1/tickets/{Uri.EscapeDataString(id)}", Token);
        return answer.StatusCode;
    }
}
