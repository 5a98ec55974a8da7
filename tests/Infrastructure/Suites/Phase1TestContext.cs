using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Engine;
using Shouldly;

namespace Phase1.Tests.Infrastructure.Suites;

/// <summary>What the acceptance scenarios need: make a batch, wait for a state, move time, verify the chain of events.</summary>
public sealed class Phase1TestContext(SuiteUnderTest suite)
{
    static readonly string[] FirstNames = ["Alva", "Bosse", "Cilla", "David", "Elin", "Farid", "Greta", "Hugo", "Ida", "Jonas"];
    static readonly string[] LastNames = ["Almroth", "Bergdahl", "Cronvall", "Dahlfors", "Ekwall"];

    int _made;

    public SuiteUnderTest Suite => suite;

    /// <summary>Teacher, class with students (REGULAR only), batch and uploads; each text begins with its student's name.</summary>
    public async Task<TestBatch> CreateBatchAsync(
        BatchKind kind,
        CourseCode course,
        int essays,
        Func<int, TestStudent, string>? text = null,
        string? teacher = null
    )
    {
        var made = await RegisterBatchAsync(kind, course, essays, teacher);
        await UploadAsync(made, [.. made.Students.Select((student, i) => text?.Invoke(i, student) ?? TextBy(student))]);
        return made;
    }

    /// <summary>False where nothing may happen because time passes.</summary>
    public bool TimeFlows { get; init; } = true;

    /// <summary>Teacher, class with students (REGULAR only) and batch; its texts are still to come.</summary>
    public async Task<TestBatch> RegisterBatchAsync(BatchKind kind, CourseCode course, int essays, string? teacher = null) =>
        await RegisterBatchAsync(
            kind == BatchKind.Regular
                ? await EnterClassAsync(course, essays, teacher)
                : new(teacher ?? NewTeacher(), null, course, NewStudents(essays))
        );

    /// <summary>A batch of a class that is there; its texts are still to come.</summary>
    public async Task<TestBatch> RegisterBatchAsync(TestClass made)
    {
        var batch = await RegisterAsync(made.Teacher, made.Course, made.Students.Count, made.Id);
        return new TestBatch(
            batch.Id,
            batch.CorrelationId,
            made.Id is null ? BatchKind.Guest : BatchKind.Regular,
            made.Course,
            made.Teacher,
            made.Id,
            made.Students
        );
    }

    /// <summary>Teacher and class with students.</summary>
    public async Task<TestClass> EnterClassAsync(CourseCode course, int size, string? teacher = null)
    {
        teacher ??= NewTeacher();
        var classId = await CreateClassAsync(teacher, course);
        var students = new List<TestStudent>();
        foreach (var newcomer in NewStudents(size))
        {
            students.Add(await CreateStudentAsync(teacher, classId, newcomer));
        }
        return new(teacher, classId, course, students);
    }

    /// <summary>A text that begins as an exam does: name and date.</summary>
    public static string TextBy(TestStudent student) =>
        $"{student.FullName} 2026-02-11\n\nDet regnade hela dagen, och när kvällen kom satt vi kvar vid fönstret. Vi talade om sommaren vid sjön ({student.Id:N}).\n";

    /// <summary>Uploads one .txt file for each text, in one request.</summary>
    public async Task UploadAsync(TestBatch batch, IReadOnlyList<string> texts, TraceContext? trace = null)
    {
        using var form = new MultipartFormDataContent { { new StringContent(batch.Id.ToString()), "batch_id" } };
        for (var i = 0; i < texts.Count; i++)
        {
            form.Add(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(texts[i])), "files", $"text-{i + 1}.txt");
        }
        using var client = suite.Client(SuiteUnderTest.FileIntake, batch.Teacher);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/files/batch") { Content = form };
        request.Headers.Add("X-Correlation-ID", batch.CorrelationId.ToString());
        if (trace is { } place)
        {
            request.Headers.Add("traceparent", place.Parent);
            request.Headers.Add("tracestate", place.State);
        }
        await SuccessAsync(await client.SendAsync(request));
    }

    /// <summary>Returns once the batch has reached the status; fails at once when a terminal status makes that impossible.</summary>
    public async Task WaitForStateAsync(TestBatch batch, BatchStatus status)
    {
        var wanted = WireEnum.Name(status);
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var history = await HistoryAsync(batch);
            if (history.Contains(wanted))
            {
                return;
            }
            var ended = history is [.., var last] && IsTerminal(last);
            if (ended || TimeProvider.System.GetElapsedTime(began) > Eventually.Patience)
            {
                throw new InvalidOperationException(
                    $"Batch {batch.Id} never reached {wanted}: {string.Join(" -> ", history)}; {await BatchDiagnosis.OfAsync(suite, batch)}"
                );
            }
            await FlowAsync();
        }
    }

    /// <summary>The statuses that the batch has been in, oldest first, from BOS's table.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync(TestBatch batch)
    {
        await using var command = suite
            .Database(SuiteUnderTest.BatchOrchestrator)
            .CreateCommand("select to_status from batch_status_history where batch_id = $1 order by seq");
        command.Parameters.Add(new() { Value = batch.Id });
        await using var reader = await command.ExecuteReaderAsync();
        var history = new List<string>();
        while (await reader.ReadAsync())
        {
            history.Add(reader.GetString(0));
        }
        return history;
    }

    /// <summary>All services see the new time; no real time passes.</summary>
    public async Task AdvanceTimeAsync(TimeSpan time)
    {
        suite.Clock.Advance(time);
        await suite.DrainAsync();
    }

    /// <summary>The chain of a finished REGULAR batch is whole: every fact there, once, under one correlation id, each with its cause, teacher and school.</summary>
    public async Task VerifyEventChainAsync(TestBatch batch)
    {
        var facts = await suite.Log.AllAsync(Topics.All);
        var chain = facts.Where(fact => fact.Header.CorrelationId == batch.CorrelationId).ToList();
        CompleteChain.Faults(chain, batch.Id, batch.Students.Count).ShouldBeEmpty();
    }

    /// <summary>Accepts every suggestion, as a teacher who has looked at all of them.</summary>
    public async Task AcceptAllAsync(TestBatch batch)
    {
        var list = await AssociationsAsync(batch);
        await DecideAsync(
            batch,
            [
                .. list.EnumerateArray()
                    .Select(row =>
                        (object)
                            new
                            {
                                essay_id = row.GetProperty("essay_id").GetGuid(),
                                action = "accept",
                                association_version = row.GetProperty("association_version").GetInt32(),
                            }
                    ),
            ]
        );
    }

    /// <summary>Accepts every certain suggestion with one request.</summary>
    public async Task AcceptCertainAsync(TestBatch batch)
    {
        using var client = suite.Client(SuiteUnderTest.ClassManagement, batch.Teacher);
        await SuccessAsync(
            await client.PostAsJsonAsync($"/v1/batches/{batch.Id}/student-associations/confirm-band", new { band = "high" })
        );
    }

    public async Task DecideAsync(TestBatch batch, IReadOnlyList<object> decisions)
    {
        using var client = suite.Client(SuiteUnderTest.ClassManagement, batch.Teacher);
        await SuccessAsync(await client.PostAsJsonAsync($"/v1/batches/{batch.Id}/student-associations/decisions", new { decisions }));
    }

    public async Task<JsonElement> AssociationsAsync(TestBatch batch)
    {
        using var client = suite.Client(SuiteUnderTest.ClassManagement, batch.Teacher);
        var list = await client.GetFromJsonAsync<JsonElement>($"/v1/batches/{batch.Id}/student-associations");
        return list.GetProperty("associations");
    }

    /// <summary>Waits until CMS has the suggestions of the batch.</summary>
    public async Task WaitForSuggestionsAsync(TestBatch batch)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await HasSuggestionsAsync(batch))
        {
            if (TimeProvider.System.GetElapsedTime(began) > Eventually.Patience)
            {
                throw new TimeoutException($"No suggestions for {batch.Id}; {await BatchDiagnosis.OfAsync(suite, batch)}");
            }
            await FlowAsync();
        }
    }

    public Guid NewId() => Guid.CreateVersion7(suite.Clock.GetUtcNow());

    /// <summary>Lets the suite's own time flow while a test waits, so that whatever works on a timer gets its tick.</summary>
    public async Task FlowAsync()
    {
        if (TimeFlows)
        {
            suite.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }
        await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
    }

    async Task<bool> HasSuggestionsAsync(TestBatch batch)
    {
        await using var command = suite
            .Database(SuiteUnderTest.ClassManagement)
            .CreateCommand("select exists (select from association_sets where batch_id = $1 and suggested_at is not null)");
        command.Parameters.Add(new() { Value = batch.Id });
        return await command.ExecuteScalarAsync() is true;
    }

    string NewTeacher() => $"teacher-{Interlocked.Increment(ref _made)}-{NewId():N}";

    List<TestStudent> NewStudents(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new TestStudent(NewId(), FirstNames[i % 10], LastNames[i / 10 % 5]))];

    async Task<Guid> CreateClassAsync(string teacher, CourseCode course)
    {
        using var client = suite.Client(SuiteUnderTest.ClassManagement, teacher);
        var body = new { name = $"Class of {teacher}", course_codes = new[] { WireEnum.Name(course) } };
        return Id(await SuccessAsync(await client.PostAsJsonAsync("/v1/classes", body)), "id", "class_id");
    }

    async Task<TestStudent> CreateStudentAsync(string teacher, Guid classId, TestStudent student)
    {
        using var client = suite.Client(SuiteUnderTest.ClassManagement, teacher);
        var body = new
        {
            person_name = new { first_name = student.FirstName, last_name = student.LastName },
            class_ids = new[] { classId },
        };
        return student with { Id = Id(await SuccessAsync(await client.PostAsJsonAsync("/v1/classes/students", body)), "student_id", "id") };
    }

    async Task<(Guid Id, Guid CorrelationId)> RegisterAsync(string teacher, CourseCode course, int essays, Guid? classId)
    {
        using var client = suite.Client(SuiteUnderTest.BatchOrchestrator, teacher);
        var body = new
        {
            expected_essay_count = essays,
            course_code = WireEnum.Name(course),
            class_id = classId,
        };
        var answer = await SuccessAsync(await client.PostAsJsonAsync("/v1/batches/register", body));
        return (answer.GetProperty("batch_id").GetGuid(), answer.GetProperty("correlation_id").GetGuid());
    }

    static Guid Id(JsonElement answer, params string[] names) =>
        names.Where(name => answer.TryGetProperty(name, out _)).Select(name => answer.GetProperty(name).GetGuid()).First();

    static async Task<JsonElement> SuccessAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(body)
            : throw new InvalidOperationException($"{(int)response.StatusCode} from {response.RequestMessage?.RequestUri}: {body}");
    }

    static bool IsTerminal(string status) =>
        status is "completed_successfully" or "completed_with_failures" or "content_ingestion_failed" or "failed_critically" or "cancelled";
}
