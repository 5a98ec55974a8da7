using System.Net;
using Microsoft.Extensions.Configuration;
using Phase1.Events;
using Phase1.Integration.Tests.Tickets.Sops;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tickets;

namespace Phase1.Integration.Tests.Portal;

/// <summary>The Portal and Tickets, both whole; the test answers for Class Management, the only other one that holds something.</summary>
sealed class RequestWorld : IAsyncDisposable
{
    readonly ServiceBehind _behind;
    int _asked;

    RequestWorld(ServiceUnderTest tickets, PortalUnderTest portal)
    {
        (Tickets, Portal) = (tickets, portal);
        _behind = new ServiceBehind(tickets, portal.Others, "/v1/tickets.*");
    }

    internal ServiceUnderTest Tickets { get; }

    internal PortalUnderTest Portal { get; }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static async Task<RequestWorld> StartAsync()
    {
        var tickets = await ServiceUnderTest.StartAsync(
            () => new TicketsService(),
            builder =>
                builder.Configuration.AddInMemoryCollection([
                    new("DataRequests:Participants:0", ServiceNames.ClassManagement),
                    new("DataRequests:Participants:1", ServiceNames.Tickets),
                ]),
            HandOut
        );
        var portal = await PortalUnderTest.StartAsync(Programs.HaveAllServices);
        TicketNeighbourhood.Find(portal.Others);
        return new(tickets, portal);
    }

    /// <summary>Writes a request down, twice by the same form, finds the student, and says who it is; answers the request's page.</summary>
    internal async Task<string> OpenAsync(Browser officer, string kind)
    {
        var form = await officer.GetAsync("/privacy/requests/new");
        (string, string)[] typed =
        [
            ("kind", kind),
            ("email", "guardian@example.com"),
            ("notes", "By phone."),
            ("key", form.Page.QuerySelector("input[name=key]")!.GetAttribute("value")!),
        ];
        var path = (await officer.PostAsync("/privacy/requests", typed)).Location!;
        (await officer.PostAsync("/privacy/requests", typed)).Location.ShouldBe(path);
        var found = await officer.PostAsync($"{path}/find", ("text", "Nyqvist"));
        var student = found.Page.QuerySelector("input[name=student]")!.GetAttribute("value")!;
        (await DecideAsync(officer, path, "identified", ("student", student))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return path;
    }

    internal static async Task<Seen> DecideAsync(Browser officer, string path, string decision, params (string, string)[] more)
    {
        var page = await officer.GetAsync(path);
        var key = page.Page.QuerySelector("input[name=key]")!.GetAttribute("value")!;
        return await officer.PostAsync($"{path}/decision", [("decision", decision), ("key", key), .. more]);
    }

    /// <summary>The page, once it offers a decision.</summary>
    internal Task<Seen> AtAsync(Browser officer, string path, string decision) =>
        UntilAsync(officer, path, page => page.Page.QuerySelector($"button[value={decision}]") is not null);

    /// <summary>The page, once it is as the test expects.</summary>
    internal async Task<Seen> UntilAsync(Browser officer, string path, Func<Seen, bool> condition)
    {
        Seen? seen = null;
        await FlowUntilAsync(async () => condition(seen = await officer.GetAsync(path)));
        return seen!;
    }

    /// <summary>Answers the next question that goes out.</summary>
    internal async Task AnswerAsync(params (string Table, int Rows)[] held)
    {
        IReadOnlyList<LoggedFact<PersonalDataCollectionRequested>> asked = [];
        await FlowUntilAsync(async () => (asked = await Tickets.Log.FactsAsync<PersonalDataCollectionRequested>(Token)).Count > _asked);
        var question = asked[_asked++].Data;
        await Tickets.FeedAsync(
            new PersonalDataCollected
            {
                TicketId = question.TicketId,
                RequestId = question.RequestId,
                Service = ServiceNames.ClassManagement,
                Outcome = held.Length > 0 ? CollectionOutcome.Held : CollectionOutcome.Nothing,
                Counts = held.ToDictionary(table => table.Table, table => table.Rows),
                Blockers = [],
                AnsweredAt = Tickets.Clock.GetUtcNow(),
            },
            source: ServiceNames.ClassManagement
        );
    }

    /// <summary>Erases what is asked for.</summary>
    internal async Task EraseAsync(params (string Table, int Rows)[] erased)
    {
        IReadOnlyList<LoggedFact<PersonalDataErasureRequested>> orders = [];
        await FlowUntilAsync(async () => (orders = await Tickets.Log.FactsAsync<PersonalDataErasureRequested>(Token)).Count > 0);
        await Tickets.FeedAsync(
            new PersonalDataErased
            {
                TicketId = orders[0].Data.TicketId,
                RequestId = orders[0].Data.RequestId,
                Service = ServiceNames.ClassManagement,
                Outcome = ErasureOutcome.Erased,
                Counts = erased.ToDictionary(table => table.Table, table => table.Rows),
                Remaining = new Dictionary<string, int>(),
                Blockers = [],
                CompletedAt = Tickets.Clock.GetUtcNow(),
            },
            source: ServiceNames.ClassManagement
        );
    }

    public async ValueTask DisposeAsync()
    {
        _behind.Dispose();
        await Portal.DisposeAsync();
        await Tickets.DisposeAsync();
    }

    Task FlowUntilAsync(Func<Task<bool>> condition) =>
        Eventually.BecomesTrueAsync(
            () =>
            {
                Tickets.Advance(TimeSpan.FromSeconds(1));
                return condition();
            },
            Token
        );

    static void HandOut(FakeHttp others)
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
}
