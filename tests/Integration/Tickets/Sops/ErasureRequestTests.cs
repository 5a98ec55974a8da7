using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tickets;

namespace Phase1.Integration.Tests.Tickets.Sops;

/// <summary>A request to be erased, from its receipt to its proof; the test answers for CMS, and Tickets for itself.</summary>
public sealed class ErasureRequestTests : IAsyncLifetime
{
    static readonly Guid Student = Guid.Parse("0190c0de-0000-7000-8000-0000000000aa");

    static readonly SubjectEssay Essay = new()
    {
        BatchId = Guid.Parse("0190c0de-0000-7000-8000-0000000000b1"),
        EssayId = Guid.Parse("0190c0de-0000-7000-8000-0000000000b2"),
        FileUploadId = Guid.Parse("0190c0de-0000-7000-8000-0000000000b3"),
        TextStorageId = "text-1",
    };

    ServiceUnderTest _tickets = null!;
    HttpClient _officer = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tickets = await ServiceUnderTest.StartAsync(
            () => new TicketsService(),
            builder =>
                builder.Configuration.AddInMemoryCollection([
                    new("DataRequests:Participants:0", ServiceNames.ClassManagement),
                    new("DataRequests:Participants:1", ServiceNames.Tickets),
                    new("DataRequests:TimeZone", "Europe/Stockholm"),
                ]),
            others => others.On(HttpMethod.Post, "/internal/v1/privacy/scope", _ => FakeHttp.Json(new DataSubject([Student], [Essay])))
        );
        _officer = _tickets.As("officer-1", "privacy-officer");
    }

    public ValueTask DisposeAsync()
    {
        _officer.Dispose();
        return _tickets.DisposeAsync();
    }

    [Fact]
    [Trait("Scenario", "TC-X25")]
    public async Task It_is_identified_approved_erased_and_proven_when_the_log_has_forgotten()
    {
        var address = await OpenAsync();
        await DecideAsync(address, new { decision = "identified", data = new { student_ids = new[] { Student } } });
        var asked = await NextAsync<PersonalDataCollectionRequested>(1);
        (asked.Purpose, asked.StudentIds.Single(), asked.Essays.Single()).ShouldBe((CollectionPurpose.ErasureCheck, Student, Essay));
        var until = _tickets.Clock.GetUtcNow().AddMinutes(30);
        await AnswerAsync(asked, CollectionOutcome.Blocked, new Blocker { Code = "STUDENT_IN_USE", Until = until });
        await WaitAsync(address, ticket => ((string?)ticket["notes"])?.Contains("STUDENT_IN_USE") == true);

        _tickets.Advance(TimeSpan.FromMinutes(31));
        await AnswerAsync(await NextAsync<PersonalDataCollectionRequested>(2), CollectionOutcome.Held);
        await WaitAsync(address, ticket => IsAt(ticket, "approval"));
        (await _tickets.Log.FactsAsync<PersonalDataErasureRequested>(Token)).ShouldBeEmpty();
        await DecideAsync(address, new { decision = "approve" });
        var order = await NextAsync<PersonalDataErasureRequested>(1);
        await _tickets.FeedAsync(Erased(order, remaining: 0), source: ServiceNames.ClassManagement);

        var waiting = await WaitAsync(address, ticket => IsAt(ticket, "proof") && (string?)ticket["status"] == "deferred");
        ((DateTimeOffset)waiting["wake_at"]! - _tickets.Clock.GetUtcNow()).TotalDays.ShouldBe(8, 0.01);
        _tickets.Advance(TimeSpan.FromDays(8));
        var proof = await NextAsync<PersonalDataCollectionRequested>(3);
        proof.Purpose.ShouldBe(CollectionPurpose.ErasureProof);
        await AnswerAsync(proof, CollectionOutcome.Nothing);

        var ended = await WaitAsync(address, ticket => (string?)ticket["status"] == "completed");
        await ReplayAsync(order);
        ended["outcome"]!.ToString().ShouldBe("erased");
        ended["metadata"]!["stages"]!["proof"]!["result"]!
            .AsObject()
            .Select(service => service.Key)
            .ShouldBe([ServiceNames.ClassManagement, ServiceNames.Tickets], ignoreOrder: true);
    }

    [Fact]
    [Trait("Scenario", "TC-X24")]
    public async Task Something_that_is_left_anywhere_stops_it()
    {
        var address = await OpenAsync();
        await DecideAsync(address, new { decision = "identified", data = new { student_ids = new[] { Student } } });
        await AnswerAsync(await NextAsync<PersonalDataCollectionRequested>(1), CollectionOutcome.Held);
        await WaitAsync(address, ticket => IsAt(ticket, "approval"));
        await DecideAsync(address, new { decision = "approve" });
        await _tickets.FeedAsync(
            Erased(await NextAsync<PersonalDataErasureRequested>(1), remaining: 1),
            source: ServiceNames.ClassManagement
        );

        var stopped = await WaitAsync(
            address,
            ticket => (string?)ticket["metadata"]!["stages"]!["erasure"]?["error"] == "ERASURE_INCOMPLETE"
        );
        ((string?)stopped["outcome"]).ShouldBeNull();
    }

    [Fact]
    public async Task Who_is_nobody_is_refused_and_so_is_the_request_when_the_officer_says_so()
    {
        var address = await OpenAsync();

        await RefusedAsync(address, new { decision = "identified" }, HttpStatusCode.BadRequest, "MISSING_REQUIRED_FIELD");
        await RefusedAsync(Identified(address, "no-id"), HttpStatusCode.BadRequest, "VALIDATION_ERROR");
        await RefusedAsync(Identified(address, "0190c0de-0000-7000-8000-0000000000ff"), HttpStatusCode.NotFound, "STUDENT_NOT_FOUND");
        await RefusedAsync(address, new { decision = "reject" }, HttpStatusCode.BadRequest, "MISSING_REQUIRED_FIELD");
        var rejected = await DecideAsync(address, new { decision = "reject", note = "Not the guardian." });

        ((string?)rejected["status"], (string?)rejected["outcome"]).ShouldBe(("cancelled", "rejected"));
    }

    // A service was restored from a backup: it is told again, and nobody waits for what it answers.
    async Task ReplayAsync(PersonalDataErasureRequested first)
    {
        const string Route = "/internal/v1/privacy/erasures/replay";
        using var since = await _officer.PostAsJsonAsync(Route, new { since = _tickets.Clock.GetUtcNow().AddDays(-30) }, Token);
        ((int)(await TicketsUnderTest.ReadAsync(since))["count"]!).ShouldBe(1);
        using var later = await _officer.PostAsJsonAsync(Route, new { since = _tickets.Clock.GetUtcNow() }, Token);
        ((int)(await TicketsUnderTest.ReadAsync(later))["count"]!).ShouldBe(0);
        var again = await NextAsync<PersonalDataErasureRequested>(2);
        (again.TicketId, again.StudentIds.Single(), again.Essays.Single()).ShouldBe((first.TicketId, Student, Essay));
        again.RequestId.ShouldNotBe(first.RequestId);
    }

    static (string Address, object Body) Identified(string address, string id) =>
        (address, new { decision = "identified", data = new { student_ids = new[] { id } } });

    static bool IsAt(JsonNode ticket, string stage) =>
        ticket["stages"]!.AsArray().Any(one => (string?)one!["name"] == stage && (bool)one["is_current"]!);

    async Task<string> OpenAsync()
    {
        using var posted = await _officer.PostAsJsonAsync(
            "/v1/tickets",
            new { sop = "DSAR_DELETE", email = "guardian@example.com" },
            Token
        );
        var ticket = await TicketsUnderTest.ReadAsync(posted, HttpStatusCode.Created);
        ((DateTimeOffset)ticket["deadline"]!).ShouldBeGreaterThan(_tickets.Clock.GetUtcNow().AddDays(28));
        var address = posted.Headers.Location!.ToString();
        await WaitAsync(address, parked => (string?)parked["status"] == "deferred");
        return address;
    }

    async Task<JsonObject> DecideAsync(string address, object decision)
    {
        using var decided = await _officer.PostAsJsonAsync($"{address}/decision", decision, Token);
        return await TicketsUnderTest.ReadAsync(decided);
    }

    Task RefusedAsync((string Address, object Body) request, HttpStatusCode status, string code) =>
        RefusedAsync(request.Address, request.Body, status, code);

    async Task RefusedAsync(string address, object decision, HttpStatusCode status, string code)
    {
        using var answer = await _officer.PostAsJsonAsync($"{address}/decision", decision, Token);
        (await TicketsUnderTest.ReadAsync(answer, status))["code"]!.ToString().ShouldBe(code);
    }

    // An answer that comes before the ticket sleeps wakes nobody: it is found when the ticket looks again.
    async Task<JsonNode> WaitAsync(string address, Func<JsonNode, bool> condition)
    {
        JsonNode? ticket = null;
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                _tickets.Advance(TimeSpan.FromSeconds(1));
                return condition(ticket = (await _officer.GetFromJsonAsync<JsonObject>(address, Token))!);
            },
            Token
        );
        return ticket!;
    }

    // The number of questions that have gone out by then; the latest one.
    async Task<T> NextAsync<T>(int number)
        where T : class, IFact
    {
        IReadOnlyList<LoggedFact<T>> asked = [];
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                _tickets.Advance(TimeSpan.FromSeconds(1));
                asked = await _tickets.Log.FactsAsync<T>(Token);
                return asked.Count >= number;
            },
            Token
        );
        asked.Count.ShouldBe(number);
        return asked[^1].Data;
    }

    Task AnswerAsync(PersonalDataCollectionRequested question, CollectionOutcome outcome, params Blocker[] blockers) =>
        _tickets.FeedAsync(
            new PersonalDataCollected
            {
                TicketId = question.TicketId,
                RequestId = question.RequestId,
                Service = ServiceNames.ClassManagement,
                Outcome = outcome,
                Counts = outcome == CollectionOutcome.Nothing ? new Dictionary<string, int>() : new() { ["students"] = 1 },
                Blockers = blockers,
                AnsweredAt = _tickets.Clock.GetUtcNow(),
            },
            source: ServiceNames.ClassManagement
        );

    PersonalDataErased Erased(PersonalDataErasureRequested order, int remaining) =>
        new()
        {
            TicketId = order.TicketId,
            RequestId = order.RequestId,
            Service = ServiceNames.ClassManagement,
            Outcome = ErasureOutcome.Erased,
            Counts = new Dictionary<string, int> { ["students"] = 1 },
            Remaining = remaining == 0 ? new Dictionary<string, int>() : new() { ["students"] = remaining },
            Blockers = [],
            CompletedAt = _tickets.Clock.GetUtcNow(),
        };
}
