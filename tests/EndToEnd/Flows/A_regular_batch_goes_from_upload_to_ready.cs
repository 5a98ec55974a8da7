using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Flows;

[Collection("flows")]
public class A_regular_batch_goes_from_upload_to_ready(SuiteFixture fixture)
{
    static readonly string[] WholePath =
    [
        "awaiting_content_validation",
        "awaiting_student_validation",
        "student_validation_completed",
        "ready_for_pipeline_execution",
    ];

    static readonly string[] AllServices =
    [
        "batch_orchestrator_service",
        "class_management_service",
        "essay_lifecycle_service",
        "file_service",
        "nlp_service",
    ];

    readonly Phase1TestContext _context = fixture.Context;

    [Fact]
    [Trait("Scenario", "S-001")]
    [Trait("Scenario", "S-002")]
    [Trait("Scenario", "S-004")]
    [Trait("Scenario", "S-101")]
    public async Task When_the_teacher_accepts_every_suggestion()
    {
        var batch = await _context.CreateBatchAsync(BatchKind.Regular, CourseCode.Sv2, 3);
        batch.ClassId.ShouldNotBeNull();
        await _context.WaitForSuggestionsAsync(batch);
        (await ExplanationAsync(batch)).ShouldStartWith("3 of 3 essays matched, 0 decided; 3 need the teacher; auto-confirms ");
        await _context.AcceptAllAsync(batch);
        await _context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        await _context.Suite.DrainAsync();

        (await _context.HistoryAsync(batch)).ShouldBe(WholePath);
        (await ExplanationAsync(batch)).ShouldBe("3 essays ready; the teacher may start a pipeline");
        (await SourcesAsync(batch)).ShouldBe(AllServices);
        (await LinkedStudentsAsync(batch)).ShouldBe(batch.Students.Select(student => student.Id), ignoreOrder: true);
        await _context.VerifyEventChainAsync(batch);
    }

    [Theory]
    [InlineData(CourseCode.Eng5)]
    [InlineData(CourseCode.Eng6)]
    [InlineData(CourseCode.Eng7)]
    [InlineData(CourseCode.Sv1)]
    [InlineData(CourseCode.Sv2)]
    [InlineData(CourseCode.Sv3)]
    [Trait("Scenario", "S-103")]
    public async Task And_every_fact_carries_the_course_it_was_registered_with(CourseCode course)
    {
        var batch = await _context.CreateBatchAsync(BatchKind.Regular, course, 2);
        await _context.WaitForSuggestionsAsync(batch);
        await _context.AcceptAllAsync(batch);
        await _context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        await _context.Suite.DrainAsync();

        await _context.VerifyCourseAsync(batch);
    }

    [Fact]
    [Trait("Scenario", "S-507")]
    public async Task And_the_list_goes_by_the_thresholds_that_matching_goes_by()
    {
        var batch = await _context.CreateBatchAsync(BatchKind.Regular, CourseCode.Eng5, 1);
        await _context.WaitForSuggestionsAsync(batch);
        using var cms = _context.Suite.Client(SuiteUnderTest.ClassManagement, batch.Teacher);
        using var nlp = _context.Suite.Client(SuiteUnderTest.Nlp, batch.Teacher);

        var list = await cms.GetFromJsonAsync<JsonElement>(
            $"/v1/batches/{batch.Id}/student-associations",
            TestContext.Current.CancellationToken
        );
        var matching = await nlp.GetFromJsonAsync<JsonElement>("/v1/student-matching/thresholds", TestContext.Current.CancellationToken);

        var thresholds = matching.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Number).ToList();
        thresholds.ShouldNotBeEmpty();
        foreach (var threshold in thresholds)
        {
            list.GetProperty("thresholds").GetProperty(threshold.Name).GetDecimal().ShouldBe(threshold.Value.GetDecimal(), threshold.Name);
        }
    }

    async Task<string?> ExplanationAsync(TestBatch batch)
    {
        using var client = _context.Suite.Client(SuiteUnderTest.BatchOrchestrator, batch.Teacher);
        var page = await client.GetFromJsonAsync<JsonElement>($"/v1/batches/{batch.Id}", TestContext.Current.CancellationToken);
        return page.GetProperty("explanation").GetString();
    }

    // The timeline is written beside the flow, in its own time.
    async Task<IEnumerable<string?>> SourcesAsync(TestBatch batch)
    {
        using var client = _context.Suite.Client(SuiteUnderTest.BatchOrchestrator, batch.Teacher);
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(
                $"/v1/batches/{batch.Id}/timeline?limit=200",
                TestContext.Current.CancellationToken
            );
            var facts = page.GetProperty("items").EnumerateArray().ToList();
            if (facts.Exists(EndsTheWay) || TimeProvider.System.GetElapsedTime(began) > Eventually.Patience)
            {
                return facts.Select(fact => fact.GetProperty("source_service").GetString()).Distinct().Order(StringComparer.Ordinal);
            }
            await _context.FlowAsync();
        }
    }

    static bool EndsTheWay(JsonElement fact) =>
        fact.GetProperty("led_to").EnumerateArray().Any(status => status.GetString() == "ready_for_pipeline_execution");

    async Task<List<Guid>> LinkedStudentsAsync(TestBatch batch)
    {
        await using var command = _context
            .Suite.Database(SuiteUnderTest.EssayLifecycle)
            .CreateCommand("select student_id from essays where batch_id = $1 and student_id is not null");
        command.Parameters.Add(new NpgsqlParameter { Value = batch.Id });
        await using var reader = await command.ExecuteReaderAsync();
        var students = new List<Guid>();
        while (await reader.ReadAsync())
        {
            students.Add(reader.GetGuid(0));
        }
        return students;
    }
}
