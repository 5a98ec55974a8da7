using System.Net;
using Microsoft.Extensions.Configuration;
using Phase1.Events;
using Phase1.Integration.Tests.Tickets.Sops;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tickets;

namespace Phase1.Integration.Tests.Portal;

/// <summary>A request from its receipt to the delivery, by the Portal's pages alone, with the service that keeps it.</summary>
public sealed class RequestFlowTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Trait("Scenario", "P-55")]
    public async Task From_the_receipt_over_who_it_is_to_the_package_that_is_handed_over()
    {
        await using var tickets = await ServiceUnderTest.StartAsync(
            () => new TicketsService(),
            builder =>
                builder.Configuration.AddInMemoryCollection([
                    new("DataRequests:Participants:0", ServiceNames.ClassManagement),
                    new("DataRequests:Participants:1", ServiceNames.Tickets),
                ]),
            Answer
        );
        await using var portal = await PortalUnderTest.StartAsync(Programs.HaveAllServices);
        using var service = new ServiceBehind(tickets, portal.Others, "/v1/tickets.*");
        TicketNeighbourhood.Find(portal.Others);
        var officer = await portal.SignedInAsync("officer", Phase1Roles.PrivacyOfficer);
        var teacher = await portal.SignedInAsync("teacher", Phase1Roles.Teacher);

        var form = await officer.GetAsync("/privacy/requests/new");
        (string, string)[] typed =
        [
            ("kind", "DSAR_ACCESS"),
            ("email", "guardian@example.com"),
            ("notes", "By phone."),
            ("key", form.Page.QuerySelector("input[name=key]")!.GetAttribute("value")!),
        ];
        var path = (await officer.PostAsync("/privacy/requests", typed)).Location!;
        (await officer.PostAsync("/privacy/requests", typed)).Location.ShouldBe(path);
        (await teacher.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var found = await officer.PostAsync($"{path}/find", ("text", "Nyqvist"));
        var student = found.Page.QuerySelector("input[name=student]")!.GetAttribute("value")!;
        (await DecideAsync(officer, path, "identified", ("student", student))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await AnswerAsync(tickets);
        var asked = await AtAsync(tickets, officer, path, "approve");
        asked.Words.ShouldContain("associations: 2");
        asked.Words.ShouldContain("1 student, 0 texts");
        (await officer.PostAsync($"{path}/package")).Words.ShouldContain("The answer can be fetched when the request is approved");
        await DecideAsync(officer, path, "approve");
        await AtAsync(tickets, officer, path, "delivered");

        var package = await officer.PostAsync($"{path}/package");
        package.Headers["Content-Type"].ShouldBe("application/zip");
        package.Text.ShouldStartWith("PK");
        await DecideAsync(officer, path, "delivered");

        await Eventually.BecomesTrueAsync(
            async () =>
            {
                tickets.Advance(TimeSpan.FromSeconds(1));
                return (await officer.GetAsync(path)).Words.Contains("Answered and handed over.", StringComparison.Ordinal);
            },
            Token
        );
        (await officer.GetAsync("/privacy/requests")).Words.ShouldContain("No request is open.");
        (await officer.GetAsync("/privacy/requests?all=true")).Words.ShouldContain("guardian@example.com");
    }

    static void Answer(FakeHttp others)
    {
        others.On(
            HttpMethod.Post,
            "/internal/v1/privacy/scope",
            _ => FakeHttp.Json(new DataSubject([TicketNeighbourhood.StudentId(1)], []))
        );
        others.On(
            HttpMethod.Get,
            "/internal/v1/privacy/requests/.*/content",
            _ => new(HttpStatusCode.OK) { Content = new ByteArrayContent(DataRequestsUnderTest.Contents()) }
        );
    }

    static async Task<Seen> DecideAsync(Browser officer, string path, string decision, params (string, string)[] more)
    {
        var page = await officer.GetAsync(path);
        var key = page.Page.QuerySelector("input[name=key]")!.GetAttribute("value")!;
        return await officer.PostAsync($"{path}/decision", [("decision", decision), ("key", key), .. more]);
    }

    // Until the page offers a decision.
    static async Task<Seen> AtAsync(ServiceUnderTest tickets, Browser officer, string path, string decision)
    {
        Seen? seen = null;
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                tickets.Advance(TimeSpan.FromSeconds(1));
                seen = await officer.GetAsync(path);
                return seen.Page.QuerySelector($"button[value={decision}]") is not null;
            },
            Token
        );
        return seen!;
    }

    static async Task AnswerAsync(ServiceUnderTest tickets)
    {
        IReadOnlyList<LoggedFact<PersonalDataCollectionRequested>> asked = [];
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                tickets.Advance(TimeSpan.FromSeconds(1));
                return (asked = await tickets.Log.FactsAsync<PersonalDataCollectionRequested>(Token)).Count > 0;
            },
            Token
        );
        await tickets.FeedAsync(
            new PersonalDataCollected
            {
                TicketId = asked[0].Data.TicketId,
                RequestId = asked[0].Data.RequestId,
                Service = ServiceNames.ClassManagement,
                Outcome = CollectionOutcome.Held,
                Counts = new Dictionary<string, int> { ["associations"] = 2, ["texts"] = 1 },
                Blockers = [],
                AnsweredAt = tickets.Clock.GetUtcNow(),
            },
            source: ServiceNames.ClassManagement
        );
    }
}
