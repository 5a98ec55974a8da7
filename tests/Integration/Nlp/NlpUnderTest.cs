using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Nlp;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Nlp;

/// <summary>NLP alone, with a class service that keeps one class and a file service that keeps texts.</summary>
public sealed class NlpUnderTest : IAsyncDisposable
{
    public const string Teacher = "teacher-1";

    readonly ConcurrentDictionary<string, string> _texts = [];
    readonly Guid _correlationId = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    NlpUnderTest(ServiceUnderTest service) => Service = service;

    public ServiceUnderTest Service { get; }

    public Guid ClassId { get; } = Guid.Parse("0190c0de-0000-7000-8000-00000000c1a5");

    public static async Task<NlpUnderTest> StartAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var nlp = new NlpUnderTest(await ServiceUnderTest.StartAsync(() => new NlpService(), configure));
        nlp.HaveClass("1", Student(1, "Tove", "Hallgren"), Student(2, "Quentin", "Varga"), Student(3, "Priya", "Raman"));
        nlp.HaveTexts();
        return nlp;
    }

    public static Dictionary<string, string> Student(int number, string first, string last) =>
        new()
        {
            ["student_id"] = StudentId(number).ToString(),
            ["first_name"] = first,
            ["last_name"] = last,
            ["full_legal_name"] = $"{first} {last}",
        };

    public static Guid StudentId(int number) => Guid.Parse($"0190c0de-0000-7000-8000-{number:d12}");

    public void HaveClass(string version, params object[] students) =>
        Service.Others.On(
            HttpMethod.Get,
            "/v1/classes/.*/roster",
            request =>
            {
                var tag = new EntityTagHeaderValue($"\"{version}\"");
                var isCurrent = request.Headers.IfNoneMatch.Contains(tag);
                var answer = isCurrent ? new HttpResponseMessage(HttpStatusCode.NotModified) : FakeHttp.Json(new { students });
                answer.Headers.ETag = tag;
                return answer;
            }
        );

    public void HaveTexts()
    {
        Service.Others.On(HttpMethod.Get, "/v1/content/.*", AnswerText);
        Service.Others.On(HttpMethod.Post, "/v1/content/fetch", AnswerTextsAsync);
    }

    /// <summary>The text that is asked for by itself.</summary>
    public HttpResponseMessage AnswerText(HttpRequestMessage request) =>
        _texts.TryGetValue(request.RequestUri!.Segments[^1], out var text)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text) }
            : new HttpResponseMessage(HttpStatusCode.NotFound);

    public void LoseTexts(HttpStatusCode status)
    {
        Service.Others.OnGet("/v1/content/.*", status);
        GiveNoTextsTogether(status);
    }

    /// <summary>Texts are to be had one by one alone.</summary>
    public void GiveNoTextsTogether(HttpStatusCode status = HttpStatusCode.ServiceUnavailable) =>
        Service.Others.On(HttpMethod.Post, "/v1/content/fetch", _ => new HttpResponseMessage(status));

    public void LoseClass(HttpStatusCode status) => Service.Others.OnGet("/v1/classes/.*/roster", status);

    /// <summary>A request for a batch whose essays have these texts; a null text is one that the file service lacks.</summary>
    public BatchStudentMatchingRequested Request(params string?[] texts) =>
        new()
        {
            BatchId = Service.NewId(),
            ClassId = ClassId,
            CourseCode = CourseCode.Eng6,
            EssaysToProcess = [.. texts.Select(Essay)],
        };

    public Task FeedAsync(IFact fact) => Service.FeedAsync(fact, new EventCause(_correlationId, UserId: Teacher));

    /// <summary>Feeds the request and moves the clock until its result is on the log.</summary>
    public async Task<LoggedFact<BatchAuthorMatchesSuggested>> MatchAsync(BatchStudentMatchingRequested request, TimeSpan? step = null)
    {
        await FeedAsync(request);
        await RunUntilAsync(async () => (await ResultsAsync(request)).Count > 0, step ?? TimeSpan.FromSeconds(1));
        return (await ResultsAsync(request)).ShouldHaveSingleItem();
    }

    public async Task<IReadOnlyList<LoggedFact<BatchAuthorMatchesSuggested>>> ResultsAsync(BatchStudentMatchingRequested request) =>
        [.. (await Service.Log.FactsAsync<BatchAuthorMatchesSuggested>()).Where(fact => fact.Data.BatchId == request.BatchId)];

    /// <summary>Lets the service work, with time passing, until the condition holds.</summary>
    public async Task RunUntilAsync(Func<Task<bool>> condition, TimeSpan step)
    {
        var began = TimeProvider.System.GetTimestamp();
        await Service.DrainAsync();
        while (!await condition())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Eventually.Patience, "The service does not come to its end.");
            Service.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
            await Service.DrainAsync();
        }
        // What was committed with it is on the log then.
        await Service.DrainAsync();
    }

    public async Task<string?> StateAsync(Guid batchId)
    {
        await using var command = Service.Db.CreateCommand("select state from matching_runs where batch_id = $1");
        command.Parameters.Add(new() { Value = batchId });
        return (string?)await command.ExecuteScalarAsync();
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    EssayRef Essay(string? text)
    {
        var storageId = Service.NewId().ToString("N");
        if (text is not null)
        {
            _texts[storageId] = text;
        }

        return new EssayRef { EssayId = Service.NewId(), TextStorageId = storageId };
    }

    async Task<HttpResponseMessage> AnswerTextsAsync(HttpRequestMessage request)
    {
        var asked = await request.Content!.ReadFromJsonAsync<JsonElement>();
        var ids = asked.GetProperty("storage_ids").EnumerateArray().Select(id => id.GetString()!);
        return FakeHttp.Json(new { Items = ids.Where(_texts.ContainsKey).Select(id => new { StorageId = id, Text = _texts[id] }) });
    }
}
