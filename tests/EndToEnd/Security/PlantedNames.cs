using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Phase1.Events;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tests.Infrastructure.Suites;
using Phase1.Tests.Infrastructure.Telemetry;

namespace Phase1.EndToEnd.Tests.Security;

/// <summary>
/// One suite through which a batch has gone whose roster, essays and file names hold words that are nowhere else, beside requests that are refused
/// and records of outsiders that hold them too. What the suite told of itself meanwhile is kept.
/// </summary>
public sealed class PlantedNames : IAsyncLifetime
{
    /// <summary>In no record, log line, span, metric, problem or listing.</summary>
    internal static readonly string[] Secrets = ["Zebulonia", "Quistgaard", "Snurrebock", "Kvastsopare"];

    /// <summary>In no such place either, but in the records that carry a file's name.</summary>
    internal const string FileName = "Wrangelsko";

    internal const string Outsider = "outside_producer";

    const string Student = "Zebulonia Quistgaard";
    const string Address = "zebulonia.quistgaard@elev.example";

    readonly ConcurrentQueue<string> _logged = [];
    readonly Traces _traces = new();
    readonly List<string> _problems = [];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public SuiteUnderTest Suite { get; private set; } = null!;

    internal IReadOnlyList<string> Logged => _logged.ToArray();

    internal IReadOnlyList<string> Traced => _traces.Told;

    internal IReadOnlyList<string> Problems => _problems;

    public async ValueTask InitializeAsync()
    {
        Suite = await SuiteUnderTest.StartAsync(
            portal: _ => { },
            every: builder => builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new LogRecorder(_logged))
        );
        var context = new Phase1TestContext(Suite);
        var batch = await MatchAsync(context);
        await RefuseAsync(batch);
        await FeedAsync(batch);
        await context.AcceptAllAsync(batch);
        await context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        await Suite.DrainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _traces.Dispose();
        await Suite.DisposeAsync();
    }

    /// <summary>Two essays with their authors' names, one file that cannot be read, and suggestions for what could.</summary>
    async Task<TestBatch> MatchAsync(Phase1TestContext context)
    {
        var entered = await context.EnterClassAsync(CourseCode.Sv2, 2);
        using var cms = Suite.Client(SuiteUnderTest.ClassManagement, entered.Teacher);
        using var roster = new StringContent($"Namn;E-post\n{Student};{Address}\n", Encoding.UTF8, "text/csv");
        (await cms.PostAsync($"/v1/classes/{entered.Id}/students/import", roster, Token)).EnsureSuccessStatusCode();
        var batch = await context.RegisterBatchAsync(entered with { Students = [.. entered.Students, new(context.NewId(), "", "")] });
        using var form = new MultipartFormDataContent { { new StringContent(batch.Id.ToString()), "batch_id" } };
        Add(form, $"{Student} 2026-02-11\n{Address}\n\nHon såg en Snurrebock. Tack till Kvastsopare.\n");
        Add(form, $"{entered.Students[0].FullName} 2026-02-11\n\nSnurrebock och {Student} satt vid sjön, hela dagen.\n");
        Add(form, "   \n");
        using var files = Suite.Client(SuiteUnderTest.FileIntake, batch.Teacher);
        (await files.PostAsync("/v1/files/batch", form, Token)).EnsureSuccessStatusCode();
        await context.WaitForSuggestionsAsync(batch);
        return batch;
    }

    static void Add(MultipartFormDataContent form, string text) =>
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", $"{FileName} {form.Count()}.txt");

    /// <summary>Requests of every service that are refused, each with the words in it.</summary>
    async Task RefuseAsync(TestBatch batch)
    {
        var person = new { first_name = "Zebulonia", last_name = "Quistgaard" };
        await PostAsync(
            SuiteUnderTest.ClassManagement,
            "/v1/classes/students",
            new { person_name = person, email = $"{Student} {Address}" }
        );
        await PostAsync(SuiteUnderTest.ClassManagement, "/v1/classes/students", new { person_name = person, email = Address });
        await PostAsync(SuiteUnderTest.ClassManagement, "/v1/classes/students", new { person_name = person, nickname = Student });
        await PostAsync(
            SuiteUnderTest.ClassManagement,
            $"/v1/batches/{batch.Id}/student-associations/decisions",
            new { decisions = new[] { new { essay_id = batch.Id, action = Student } } }
        );
        await PostAsync(SuiteUnderTest.BatchOrchestrator, "/v1/batches/register", new { expected_essay_count = 1, course_code = Student });
        await PostAsync(SuiteUnderTest.BatchOrchestrator, $"/v1/batches/{batch.Id}/pipelines", new { requested_pipeline = Student });
        await PostAsync(SuiteUnderTest.Nlp, "/v1/student-matching/preview", new { text = Student, roster = Student });
        using var foreign = new MultipartFormDataContent { { new StringContent(batch.ClassId.ToString()!), "batch_id" } };
        Add(foreign, Student);
        await SendAsync(SuiteUnderTest.FileIntake, new(HttpMethod.Post, "/v1/files/batch") { Content = foreign });
        await SendAsync(SuiteUnderTest.EssayLifecycle, new(HttpMethod.Get, $"/v1/batches/{batch.Id}/essays?limit={Student}"));

        Task PostAsync(string service, string address, object body) =>
            SendAsync(service, new(HttpMethod.Post, address) { Content = JsonContent.Create(body) });

        async Task SendAsync(string service, HttpRequestMessage request)
        {
            using var client = Suite.Client(service, batch.Teacher);
            using var answer = await client.SendAsync(request, Token);
            ((int)answer.StatusCode).ShouldBeInRange(400, 499, $"{request.Method} {request.RequestUri}");
            answer.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue("application/problem+json"));
            _problems.Add(await answer.Content.ReadAsStringAsync(Token));
        }
    }

    /// <summary>Records of every topic that break the contract in two ways, so that every consumer has dead letters.</summary>
    async Task FeedAsync(TestBatch batch)
    {
        var log = Suite.Services[0].GetRequiredService<ILog>();
        await log.PublishAsync([.. Topics.All.SelectMany(topic => new[] { Broken(topic), Wrong(topic) })], Token);

        OutgoingRecord Broken(string topic) =>
            Record(topic, $$"""{"source_service":"{{Outsider}}","data":{"student_name":"{{Student}}",,} }""");

        OutgoingRecord Wrong(string topic) =>
            Record(
                topic,
                $$"""
                {"event_id":"{{Guid.CreateVersion7(
                    Suite.Clock.GetUtcNow()
                )}}","event_type":"{{topic}}","event_timestamp":"{{Suite.Clock.GetUtcNow():O}}",
                 "source_service":"{{Outsider}}","correlation_id":"{{batch.CorrelationId}}","metadata":{"user_id":"{{Student}}"},
                 "data":{"entity_id":"{{batch.Id}}","batch_id":"{{Student}}","original_file_name":"{{FileName}}","student_email":"{{Address}}"} }
                """
            );

        OutgoingRecord Record(string topic, string body) => new(topic, batch.Id.ToString(), Encoding.UTF8.GetBytes(body), "{}");
    }
}
