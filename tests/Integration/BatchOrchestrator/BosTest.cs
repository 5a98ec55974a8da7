using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Phase1.BatchOrchestrator;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.BatchOrchestrator;

/// <summary>BOS alone on a real database; the test plays its neighbours.</summary>
sealed class BosTest : IAsyncDisposable
{
    public const string School = "school-1";

    /// <summary>What the inbox says of a batch's ($1) records of a topic ($2): it knows them by their event ids alone.</summary>
    public const string InboxOf = """
        inbox where topic = $2 and event_id in (
            select (convert_from(body, 'UTF8')::jsonb ->> 'event_id')::uuid from log_records where key = $1::uuid::text)
        """;

    readonly ServiceUnderTest _service;

    BosTest(ServiceUnderTest service)
    {
        _service = service;
        ClassId = service.NewId();
        Teacher = service.As(NeighbourFacts.Owner, org: School);
        OfferClass(NeighbourFacts.Owner, CourseCode.Sv2);
    }

    public ServiceUnderTest Service => _service;
    public Guid ClassId { get; }
    public HttpClient Teacher { get; }
    public HttpClient Stranger => _service.As("another-teacher", "teacher");
    public HttpClient Operator => _service.As(NeighbourFacts.Owner, "operator");

    public static async Task<BosTest> StartAsync(params (string Key, string? Value)[] settings) =>
        new(
            await ServiceUnderTest.StartAsync(
                () => new BatchOrchestratorService(),
                builder => builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value))
            )
        );

    public void OfferClass(string owner, CourseCode course) =>
        _service.Others.OnGet(
            $"/internal/v1/classes/{ClassId}",
            new
            {
                ClassId,
                Name = "9C",
                CourseCode = WireEnum.Name(course),
                OwnerUserId = owner,
            }
        );

    /// <summary>Registers a batch over HTTP and knows its essay ids from the record that BOS sent.</summary>
    public async Task<NeighbourFacts> RegisterAsync(BatchKind kind = BatchKind.Regular, int essays = 3)
    {
        Guid? classId = kind == BatchKind.Regular ? ClassId : null;
        var answer = await PostAsync("/v1/batches/register", Registration(essays, classId));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted);
        var batchId = (await JsonAsync(answer)).GetProperty("batch_id").GetGuid();
        await _service.DrainAsync();
        var registered = (await LogAsync<BatchEssaysRegistered>(batchId)).Single();
        return new(batchId, classId, CourseCode.Sv2, registered.Data.EssayIds, _service.Clock);
    }

    public static object Registration(int essays, Guid? classId) =>
        new
        {
            expected_essay_count = essays,
            course_code = "SV2",
            class_id = classId,
        };

    public async Task FeedAsync(params IFact[] facts)
    {
        foreach (var fact in facts)
        {
            await _service.FeedAsync(fact);
        }
        await _service.DrainAsync();
    }

    public Task<HttpResponseMessage> PostAsync(string path, object body) =>
        Teacher.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    public async Task<JsonElement> GetAsync(string path) =>
        await Teacher.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> RequestPipelineAsync(NeighbourFacts batch, string pipeline = "spellcheck", Guid? clientId = null) =>
        PostAsync(
            $"/v1/batches/{batch.BatchId}/pipelines",
            new { requested_pipeline = pipeline, client_correlation_id = clientId ?? _service.NewId() }
        );

    public Task<HttpResponseMessage> CancelAsync(NeighbourFacts batch, string? reason = null) =>
        PostAsync($"/v1/batches/{batch.BatchId}/cancel", new { reason });

    public static Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    public static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await JsonAsync(answer)).GetProperty("code").GetString();

    public async Task<string> StatusAsync(NeighbourFacts batch) =>
        (string)(await OneAsync("select status from batches where batch_id = $1", batch.BatchId))!;

    public Task<IReadOnlyList<string>> PathAsync(NeighbourFacts batch) =>
        ListAsync<string>("select to_status from batch_status_history where batch_id = $1 order by seq", batch.BatchId);

    public Task<IReadOnlyList<string>> OutcomesAsync<TFact>(NeighbourFacts batch)
        where TFact : class, IFact =>
        ListAsync<string>($"select outcome from {InboxOf} order by outcome", batch.BatchId, Topics.For<TFact>());

    public async Task<IReadOnlyList<LoggedFact<TFact>>> LogAsync<TFact>(Guid batchId)
        where TFact : class, IFact =>
        [.. (await _service.Log.FactsAsync<TFact>(TestContext.Current.CancellationToken)).Where(fact => fact.Key == batchId.ToString())];

    public async Task<IReadOnlyList<string>> NoticesAsync(NeighbourFacts batch) =>
        [.. (await LogAsync<TeacherNotificationRequested>(batch.BatchId)).Select(fact => fact.Data.NotificationType)];

    public async Task<long> CountAsync(string from, params object[] parameters) =>
        (long)(await OneAsync($"select count(*) from {from}", parameters))!;

    public async Task<object?> OneAsync(string sql, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is var value && value is DBNull ? null : value;
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(reader.GetFieldValue<T>(0));
        }
        return rows;
    }

    /// <summary>Waits until so many statements on the database wait for somebody's lock.</summary>
    public Task UntilWaitingAsync(int statements) =>
        UntilAsync(async () =>
            await CountAsync("pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == statements
        );

    /// <summary>Waits for what a background loop does in its own time.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Eventually.Patience);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Teacher.Dispose();
        await _service.DisposeAsync();
    }

    NpgsqlCommand Command(string sql, object[] parameters)
    {
        var command = _service.Db.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new() { Value = parameter });
        }
        return command;
    }
}
