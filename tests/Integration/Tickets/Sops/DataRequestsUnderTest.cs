using System.IO.Compression;
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

/// <summary>A privacy officer's requests; the test answers for CMS, and Tickets for itself. The tests of a class share it.</summary>
public sealed class DataRequestsUnderTest : IAsyncLifetime
{
    const string Rows = """[{"essay_id": "e-1", "validated_by": "anna@school"}, {"essay_id": "e-2", "validated_by": "anna@school"}]""";

    int _asked;

    internal static Guid Student { get; } = Guid.Parse("0190c0de-0000-7000-8000-0000000000aa");

    internal ServiceUnderTest Service { get; private set; } = null!;

    internal HttpClient Officer { get; private set; } = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Service = await ServiceUnderTest.StartAsync(
            () => new TicketsService(),
            builder =>
                builder.Configuration.AddInMemoryCollection([
                    new("DataRequests:Participants:0", ServiceNames.ClassManagement),
                    new("DataRequests:Participants:1", ServiceNames.Tickets),
                ]),
            others =>
            {
                others.On(HttpMethod.Post, "/internal/v1/privacy/scope", _ => FakeHttp.Json(new DataSubject([Student], [])));
                others.On(
                    HttpMethod.Get,
                    "/internal/v1/privacy/requests/.*/content",
                    _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Contents()) }
                );
            }
        );
        Officer = Service.As("officer-1", "privacy-officer");
    }

    public ValueTask DisposeAsync()
    {
        Officer.Dispose();
        return Service.DisposeAsync();
    }

    /// <summary>Opens a request and says who it is; answers its address.</summary>
    internal async Task<string> OpenAsync(string sop, object? details = null)
    {
        using var posted = await Officer.PostAsJsonAsync(
            "/v1/tickets",
            new
            {
                sop,
                email = "guardian@example.com",
                details,
            },
            Token
        );
        await TicketsUnderTest.ReadAsync(posted, HttpStatusCode.Created);
        var address = posted.Headers.Location!.ToString();
        await AtAsync(address, "identity");
        await DecideAsync(address, new { decision = "identified", data = new { student_ids = new[] { Student } } });
        return address;
    }

    /// <summary>Answers the next question that goes out, for CMS.</summary>
    internal async Task<CollectionPurpose> AnswerAsync()
    {
        IReadOnlyList<LoggedFact<PersonalDataCollectionRequested>> asked = [];
        await Eventually.BecomesTrueAsync(
            async () => (asked = await Service.Log.FactsAsync<PersonalDataCollectionRequested>(Token)).Count > _asked,
            Token
        );
        var question = asked[_asked++].Data;
        await Service.FeedAsync(
            new PersonalDataCollected
            {
                TicketId = question.TicketId,
                RequestId = question.RequestId,
                Service = ServiceNames.ClassManagement,
                Outcome = CollectionOutcome.Held,
                Counts = new Dictionary<string, int> { ["associations"] = 2, ["texts"] = 1 },
                Blockers = [],
                AnsweredAt = Service.Clock.GetUtcNow(),
            },
            source: ServiceNames.ClassManagement
        );
        return question.Purpose;
    }

    internal async Task<Dictionary<string, byte[]>> PackageAsync(string address)
    {
        using var body = new MemoryStream(await Officer.GetByteArrayAsync($"{address}/package", Token));
        await using var zip = new ZipArchive(body);
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            await using var file = await entry.OpenAsync(Token);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, Token);
            files[entry.FullName] = bytes.ToArray();
        }
        return files;
    }

    internal async Task<JsonObject> DecideAsync(string address, object decision)
    {
        using var decided = await Officer.PostAsJsonAsync($"{address}/decision", decision, Token);
        return await TicketsUnderTest.ReadAsync(decided);
    }

    internal Task<JsonNode> AtAsync(string address, string stage) =>
        WaitAsync(
            address,
            ticket =>
                (string?)ticket["status"] == "deferred"
                && ticket["stages"]!.AsArray().Any(one => (string?)one!["name"] == stage && (bool)one["is_current"]!)
        );

    internal Task<JsonNode> EndedAsync(string address) => WaitAsync(address, ticket => (string?)ticket["status"] == "completed");

    async Task<JsonNode> WaitAsync(string address, Func<JsonNode, bool> condition)
    {
        JsonNode? ticket = null;
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                Service.Advance(TimeSpan.FromSeconds(1));
                return condition(ticket = (await Officer.GetFromJsonAsync<JsonObject>(address, Token))!);
            },
            Token
        );
        return ticket!;
    }

    /// <summary>What Class Management hands out of a student.</summary>
    internal static byte[] Contents()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "associations.json", Rows);
            Add(zip, "texts/1.txt", "It rained all day.");
            Add(zip, "counts.json", """{"associations": 2, "texts": 1}""");
        }
        return bytes.ToArray();
    }

    static void Add(ZipArchive zip, string name, string text)
    {
        using var file = new StreamWriter(zip.CreateEntry(name).Open());
        file.Write(text);
    }
}
