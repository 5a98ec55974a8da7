using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Flows;

/// <summary>What the teacher chooses, and later corrects, is what every service holds; the batch goes its way meanwhile.</summary>
[Collection("flows")]
public sealed class A_released_batch_is_put_right(SuiteFixture fixture)
{
    readonly Phase1TestContext _context = fixture.Context;

    [Fact]
    [Trait("Scenario", "S-510")]
    [Trait("Scenario", "S-516")]
    public async Task In_ready_in_processing_and_when_all_is_done()
    {
        var batch = await _context.CreateBatchAsync(BatchKind.Regular, CourseCode.Sv1, 2);
        var (anna, bo) = (batch.Students[0].Id, batch.Students[1].Id);
        await _context.WaitForSuggestionsAsync(batch);
        var rows = (await _context.AssociationsAsync(batch)).EnumerateArray().ToList();
        var essay = EssayProposedFor(rows, anna);
        var other = EssayProposedFor(rows, bo);
        await _context.DecideAsync(
            batch,
            [
                new
                {
                    essay_id = essay,
                    action = "choose",
                    student_id = bo,
                },
                new { essay_id = other, action = "accept" },
            ]
        );
        await _context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        await HoldsEverywhereAsync(batch, essay, student: bo, proposed: anna);

        await CorrectAsync(batch, essay, version: 1, anna);
        await RequestPipelineAsync(batch);
        await _context.WaitForStateAsync(batch, BatchStatus.ProcessingPipelines);
        await CorrectAsync(batch, essay, version: 2, bo);
        var neighbours = new NeighbourFacts(batch.Id, batch.ClassId, batch.Course, [essay, other], _context.Suite.Clock);
        await _context.Suite.FeedAsync(neighbours.Ended());
        await _context.WaitForStateAsync(batch, BatchStatus.CompletedSuccessfully);
        await CorrectAsync(batch, essay, version: 3, anna);

        await HoldsEverywhereAsync(batch, essay, student: anna, proposed: anna, confirmed: bo);
        (await _context.HistoryAsync(batch))
            .TakeLast(3)
            .ShouldBe(["ready_for_pipeline_execution", "processing_pipelines", "completed_successfully"]);
    }

    static Guid EssayProposedFor(List<JsonElement> rows, Guid student) =>
        rows.Single(row => StudentOf(row, "suggested_student") == student).GetProperty("essay_id").GetGuid();

    static Guid StudentOf(JsonElement row, string which) => row.GetProperty(which).GetProperty("student_id").GetGuid();

    async Task CorrectAsync(TestBatch batch, Guid essay, int version, Guid student)
    {
        var before = await _context.HistoryAsync(batch);
        using var client = _context.Suite.Client(SuiteUnderTest.ClassManagement, batch.Teacher);
        var answer = await client.PutAsJsonAsync(
            $"/v1/batches/{batch.Id}/student-associations/{essay}",
            new { student_id = student, association_version = version },
            TestContext.Current.CancellationToken
        );
        answer.EnsureSuccessStatusCode();
        await _context.Suite.DrainAsync();

        var facts = await _context.Suite.Log.FactsAsync<EssayStudentAssociationUpdated>(TestContext.Current.CancellationToken);
        var fact = facts.Single(fact => fact.Data.EssayId == essay && fact.Data.AssociationVersion == version + 1);
        fact.Data.StudentId.ShouldBe(student);
        (await EssayAsync(batch, essay)).GetProperty("student_id").GetGuid().ShouldBe(student);
        (await _context.HistoryAsync(batch)).ShouldBe(before);
    }

    /// <summary>CMS's row, ELS's page, and record 11, which keeps what was confirmed at the release.</summary>
    async Task HoldsEverywhereAsync(TestBatch batch, Guid essay, Guid student, Guid proposed, Guid? confirmed = null)
    {
        await _context.Suite.DrainAsync();
        var row = (await _context.AssociationsAsync(batch)).EnumerateArray().Single(row => row.GetProperty("essay_id").GetGuid() == essay);
        StudentOf(row, "decided_student").ShouldBe(student);
        StudentOf(row, "suggested_student").ShouldBe(proposed);
        (await EssayAsync(batch, essay)).GetProperty("student_id").GetGuid().ShouldBe(student);
        var releases = await _context.Suite.Log.FactsAsync<StudentAssociationsConfirmed>(TestContext.Current.CancellationToken);
        var release = releases.Single(fact => fact.Data.BatchId == batch.Id).Data;
        release.Associations.Single(entry => entry.EssayId == essay).StudentId.ShouldBe(confirmed ?? student);
    }

    async Task<JsonElement> EssayAsync(TestBatch batch, Guid essay)
    {
        using var client = _context.Suite.Client(SuiteUnderTest.EssayLifecycle, batch.Teacher);
        var page = await client.GetFromJsonAsync<JsonElement>($"/v1/batches/{batch.Id}/essays", TestContext.Current.CancellationToken);
        return page.GetProperty("items").EnumerateArray().Single(row => row.GetProperty("essay_id").GetGuid() == essay);
    }

    async Task RequestPipelineAsync(TestBatch batch)
    {
        using var client = _context.Suite.Client(SuiteUnderTest.BatchOrchestrator, batch.Teacher);
        var answer = await client.PostAsJsonAsync(
            $"/v1/batches/{batch.Id}/pipelines",
            new { requested_pipeline = "spellcheck", client_correlation_id = _context.NewId() },
            TestContext.Current.CancellationToken
        );
        answer.EnsureSuccessStatusCode();
    }
}
