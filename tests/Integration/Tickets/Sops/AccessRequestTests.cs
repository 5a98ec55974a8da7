using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tickets;

namespace Phase1.Integration.Tests.Tickets.Sops;

/// <summary>A request for what is held about a student: everything is counted, approved, put together and handed over.</summary>
public sealed class AccessRequestTests : IAsyncLifetime
{
    const string Rows = """[{"essay_id": "e-1", "validated_by": "anna@school"}, {"essay_id": "e-2", "validated_by": "anna@school"}]""";

    static readonly Guid Student = Guid.Parse("0190c0de-0000-7000-8000-0000000000aa");

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
        _officer = _tickets.As("officer-1", "privacy-officer");
    }

    public ValueTask DisposeAsync()
    {
        _officer.Dispose();
        return _tickets.DisposeAsync();
    }

    [Fact]
    public async Task What_every_service_holds_is_handed_out_once_it_is_approved_with_numbers_for_teachers()
    {
        using var posted = await _officer.PostAsJsonAsync(
            "/v1/tickets",
            new { sop = "DSAR_ACCESS", email = "guardian@example.com" },
            Token
        );
        await TicketsUnderTest.ReadAsync(posted, HttpStatusCode.Created);
        var address = posted.Headers.Location!.ToString();
        await AtAsync(address, "identity");
        await DecideAsync(address, new { decision = "identified", data = new { student_ids = new[] { Student } } });
        await AnswerAsync();
        await AtAsync(address, "approval");
        using var early = await _officer.GetAsync($"{address}/package", Token);
        (await TicketsUnderTest.ReadAsync(early, HttpStatusCode.Conflict))["code"]!.ToString().ShouldBe("PACKAGE_NOT_READY");
        using var stranger = _tickets.As("teacher-1", "teacher");
        using var hidden = await stranger.GetAsync($"{address}/package", Token);
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await DecideAsync(address, new { decision = "approve" });
        await AtAsync(address, "delivery");

        var files = await PackageAsync(address);

        files.Keys.ShouldBe(
            ["about.txt", "class_management_service/associations.json", "class_management_service/texts/1.txt", "manifest.json"],
            ignoreOrder: true
        );
        Encoding.UTF8.GetString(files["class_management_service/associations.json"]).ShouldNotContain("anna@school");
        var manifest = JsonNode.Parse(files["manifest.json"])!;
        ((int)manifest["counts"]!["class_management_service"]!["associations"]!).ShouldBe(2);
        foreach (var file in manifest["files"]!.AsArray())
        {
            ((string)file!["sha256"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(files[(string)file["name"]!])));
        }
        (await _officer.GetStringAsync($"{address}/history", Token)).ShouldContain("package read");

        await DecideAsync(address, new { decision = "delivered" });
        var ended = await WaitAsync(address, ticket => (string?)ticket["status"] == "completed");
        ((string?)ended["outcome"]).ShouldBe("delivered");
        using var late = await _officer.GetAsync($"{address}/package", Token);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    static byte[] Contents()
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

    async Task AnswerAsync()
    {
        IReadOnlyList<LoggedFact<PersonalDataCollectionRequested>> asked = [];
        await Eventually.BecomesTrueAsync(
            async () => (asked = await _tickets.Log.FactsAsync<PersonalDataCollectionRequested>(Token)).Count > 0,
            Token
        );
        await _tickets.FeedAsync(
            new PersonalDataCollected
            {
                TicketId = asked[0].Data.TicketId,
                RequestId = asked[0].Data.RequestId,
                Service = ServiceNames.ClassManagement,
                Outcome = CollectionOutcome.Held,
                Counts = new Dictionary<string, int> { ["associations"] = 2, ["texts"] = 1 },
                Blockers = [],
                AnsweredAt = _tickets.Clock.GetUtcNow(),
            },
            source: ServiceNames.ClassManagement
        );
    }

    async Task<Dictionary<string, byte[]>> PackageAsync(string address)
    {
        using var body = new MemoryStream(await _officer.GetByteArrayAsync($"{address}/package", Token));
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

    async Task DecideAsync(string address, object decision)
    {
        using var decided = await _officer.PostAsJsonAsync($"{address}/decision", decision, Token);
        await TicketsUnderTest.ReadAsync(decided);
    }

    Task<JsonNode> AtAsync(string address, string stage) =>
        WaitAsync(
            address,
            ticket =>
                (string?)ticket["status"] == "deferred"
                && ticket["stages"]!.AsArray().Any(one => (string?)one!["name"] == stage && (bool)one["is_current"]!)
        );

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
}
