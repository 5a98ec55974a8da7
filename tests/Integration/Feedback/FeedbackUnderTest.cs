using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Feedback;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Feedback;

/// <summary>Feedback alone, with a file service that keeps texts, a class service that knows their authors, and a gateway that answers as a test says.</summary>
sealed class FeedbackUnderTest : IAsyncDisposable
{
    public const string Teacher = "teacher-1";

    public const string Good = """
        {"summary": "[ELEV] svarar på frågan.", "strengths": ["Rak."], "improvements": ["Ge ett exempel."],
         "language_points": [{"kind": "grammar", "quote": "he go", "suggestion": "he goes"}], "next_step": "Visa [ELEV 1] texten."}
        """;

    /// <summary>What is broken in the services that a test starts from now on; of the test that says so alone.</summary>
    internal static readonly AsyncLocal<Action<IServiceCollection>?> Sabotage = new();

    readonly ConcurrentDictionary<string, string> _texts = [];
    readonly ConcurrentQueue<JsonNode> _asked = [];
    readonly Guid _correlationId = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    FeedbackUnderTest(ServiceUnderTest service) => Service = service;

    public ServiceUnderTest Service { get; }

    /// <summary>The school of the teacher.</summary>
    public required string Org { get; init; }

    /// <summary>The bodies of the calls so far.</summary>
    public IReadOnlyList<JsonNode> Asked => [.. _asked];

    public static async Task<FeedbackUnderTest> StartAsync(Action<WebApplicationBuilder>? configure = null, string org = "school-1")
    {
        var feedback = new FeedbackUnderTest(
            await ServiceUnderTest.StartAsync(
                () => new FeedbackService(),
                builder =>
                {
                    configure?.Invoke(builder);
                    if (Sabotage.Value is { } sabotage)
                    {
                        builder.Host.ConfigureContainer<IServiceCollection>((_, services) => sabotage(services));
                    }
                }
            )
        )
        {
            Org = org,
        };
        feedback.Service.Others.On(HttpMethod.Get, "/v1/content/.*", feedback.AnswerText);
        feedback.Answer(_ => Content(Good));
        return feedback;
    }

    public static HttpResponseMessage Content(string content) => FakeHttp.Json(new { content, model = "local/default" });

    /// <summary>What the gateway says where a budget does not cover a call.</summary>
    public static HttpResponseMessage Refusal(Guid budget, DateTimeOffset? resetAt, string error = "budget_exceeded") =>
        FakeHttp.Json(
            new
            {
                code = error.ToUpperInvariant(),
                current = new
                {
                    error,
                    budget_id = budget,
                    reset_at = resetAt,
                    routing = new { skipped = Array.Empty<object>(), attempts = Array.Empty<object>() },
                },
            },
            HttpStatusCode.TooManyRequests
        );

    /// <summary>What the gateway says without a model.</summary>
    public static HttpResponseMessage NoModel(string skipped = "external_forbidden") =>
        FakeHttp.Json(
            new
            {
                code = "NO_PROVIDER",
                current = new
                {
                    routing = new
                    {
                        skipped = new[] { new { model = "local/default", reason = skipped } },
                        attempts = Array.Empty<object>(),
                    },
                },
            },
            HttpStatusCode.ServiceUnavailable
        );

    /// <summary>Says what the gateway answers, by the call's number and body.</summary>
    public void Answer(Func<JsonNode, HttpResponseMessage> answer) =>
        Service.Others.On(
            HttpMethod.Post,
            "/v1/llm/completions",
            async request =>
            {
                var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync())!;
                _asked.Enqueue(body);
                return answer(body);
            }
        );

    /// <summary>A command for a batch whose essays have these texts; a null text is one that the file service lacks.</summary>
    public InitiatePhase Command(params string?[] texts) =>
        new()
        {
            BatchId = Service.NewId(),
            RunId = Service.NewId(),
            Phase = Phase.AiFeedback,
            CourseCode = CourseCode.Sv1,
            Language = Language.Sv,
            ClassType = BatchKind.Regular,
            EssaysToProcess = [.. texts.Select(Essay)],
        };

    /// <summary>The class service knows an author of each essay: Tove Hallgren of the first, Priya Raman of the others.</summary>
    public void HaveAuthors(InitiatePhase command) =>
        Service.Others.OnGet(
            $"/internal/v1/batches/{command.BatchId}/student-names",
            command.EssaysToProcess.Select((essay, index) => Author(essay.EssayId, index))
        );

    public Task FeedAsync(IFact fact) => Service.FeedAsync(fact, new EventCause(_correlationId, UserId: Teacher, OrgId: Org));

    /// <summary>Feeds a command of known authors, and lets the service work until the condition holds.</summary>
    public async Task RunAsync(InitiatePhase command, Func<Task<bool>> condition, TimeSpan? step = null)
    {
        HaveAuthors(command);
        await FeedAsync(command);
        await RunUntilAsync(condition, step);
    }

    /// <summary>The same until the phase has ended.</summary>
    public async Task<BatchPhaseCompleted> CompleteAsync(InitiatePhase command)
    {
        await RunAsync(command, () => HasEndedAsync(command));
        return (await FactsAsync<BatchPhaseCompleted>(command.BatchId)).ShouldHaveSingleItem();
    }

    public async Task<bool> HasEndedAsync(InitiatePhase command) => (await FactsAsync<BatchPhaseCompleted>(command.BatchId)).Count > 0;

    /// <summary>Lets the service work, with time passing, until the condition holds.</summary>
    public async Task RunUntilAsync(Func<Task<bool>> condition, TimeSpan? step = null)
    {
        var began = TimeProvider.System.GetTimestamp();
        await Service.DrainAsync();
        while (!await condition())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Eventually.Patience, "The service does not come to its end.");
            Service.Advance(step ?? TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
            await Service.DrainAsync();
        }
        // What was committed with it is on the log then.
        await Service.DrainAsync();
    }

    public async Task<IReadOnlyList<T>> FactsAsync<T>(Guid batchId)
        where T : class, IFact => [.. (await Service.Log.FactsAsync<T>()).Select(fact => fact.Data).Where(fact => fact.Batch == batchId)];

    public async Task<string?> StateAsync(InitiatePhase command) =>
        (string?)await ScalarAsync("select state from feedback_runs where run_id = $1", command.RunId);

    public async Task<object?> ScalarAsync(string query, Guid id)
    {
        await using var command = Service.Db.CreateCommand(query);
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteScalarAsync();
    }

    public async Task<JsonNode> ReadAsync(Guid batchId)
    {
        using var client = Service.As(Teacher);
        return (await client.GetFromJsonAsync<JsonNode>($"/v1/batches/{batchId}/feedback"))!;
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    static object Author(Guid essayId, int index) =>
        new
        {
            essay_id = essayId,
            student_id = Guid.Parse(index == 0 ? "0190c0de-0000-7000-8000-000000000001" : "0190c0de-0000-7000-8000-000000000002"),
            first_name = index == 0 ? "Tove" : "Priya",
            last_name = index == 0 ? "Hallgren" : "Raman",
            full_legal_name = index == 0 ? "Tove Hallgren" : "Priya Raman",
        };

    HttpResponseMessage AnswerText(HttpRequestMessage request) =>
        _texts.TryGetValue(request.RequestUri!.Segments[^1], out var text)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(text) }
            : new HttpResponseMessage(HttpStatusCode.NotFound);

    EssayRef Essay(string? text)
    {
        var storageId = Service.NewId().ToString("N");
        if (text is not null)
        {
            _texts[storageId] = text;
        }

        return new EssayRef { EssayId = Service.NewId(), TextStorageId = storageId };
    }
}
