using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Flows;

/// <summary>
/// Somebody who may write to the log under the name of CMS confirms another teacher's student for a whole batch. Nobody can tell that record from a
/// true one, so it is applied; that CMS holds something else is found, told to the operator, and undone.
/// </summary>
[Collection("flows")]
[Trait("Scenario", "S-723")]
[Trait("Scenario", "S-724")]
public sealed class A_forged_decision_is_found_and_undone(SuiteFixture fixture)
{
    const string List = "/internal/v1/reconciliation";

    static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    readonly Phase1TestContext _context = fixture.Context;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_batch_waits_for_its_teacher_again_and_goes_its_way()
    {
        var another = await _context.RegisterBatchAsync(BatchKind.Regular, CourseCode.Eng6, 1);
        var batch = await _context.CreateBatchAsync(BatchKind.Regular, CourseCode.Eng6, 3);
        await _context.WaitForSuggestionsAsync(batch);
        var essays = (await _context.AssociationsAsync(batch))
            .EnumerateArray()
            .Select(row => row.GetProperty("essay_id").GetGuid())
            .ToList();
        await _context.Suite.FeedAsync(Forged(batch, essays, another.Students[0].Id));
        await _context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        (await AuthorsAsync(batch)).ShouldAllBe(author => author == another.Students[0].Id);

        await _context.AdvanceTimeAsync(Interval);
        await UntilAsync(async () => await NotedAsync(batch) == 4);
        await _context.AdvanceTimeAsync(Interval);
        await UntilAsync(async () => (await ReportedAsync(batch)).Count == 4);
        (await ReportedAsync(batch)).ShouldBe(["batch_status", "essay_student", "essay_student", "essay_student"], ignoreOrder: true);

        await RepairAsync(batch);
        await _context.Suite.DrainAsync();
        (await _context.HistoryAsync(batch))[^1].ShouldBe("awaiting_student_validation");
        (await AuthorsAsync(batch)).ShouldAllBe(author => author == null);
        await _context.AdvanceTimeAsync(Interval);
        await UntilAsync(async () => (await ReportedAsync(batch)).Count == 0);

        await _context.AcceptAllAsync(batch);
        await UntilAsync(async () => (await _context.HistoryAsync(batch))[^1] == "ready_for_pipeline_execution");
        (await AuthorsAsync(batch)).ShouldBe(batch.Students.Select(student => (Guid?)student.Id), ignoreOrder: true);
    }

    StudentAssociationsConfirmed Forged(TestBatch batch, IReadOnlyList<Guid> essays, Guid student) =>
        new()
        {
            BatchId = batch.Id,
            ClassId = batch.ClassId!.Value,
            CourseCode = batch.Course,
            Associations =
            [
                .. essays.Select(essay => new ConfirmedAssociation
                {
                    EssayId = essay,
                    StudentId = student,
                    ConfidenceScore = 1m,
                    ValidationMethod = ValidationMethod.Human,
                    ValidatedBy = "somebody",
                    ValidatedAt = _context.Suite.Clock.GetUtcNow(),
                    AssociationVersion = 1000,
                }),
            ],
            ValidationSummary = new()
            {
                Human = essays.Count,
                Timeout = 0,
                Auto = 0,
            },
        };

    async Task<IReadOnlyList<Guid?>> AuthorsAsync(TestBatch batch)
    {
        using var client = _context.Suite.Client(SuiteUnderTest.EssayLifecycle, batch.Teacher);
        var page = await client.GetFromJsonAsync<JsonElement>($"/v1/batches/{batch.Id}/essays", Token);
        return
        [
            .. page.GetProperty("items")
                .EnumerateArray()
                .Select(row => row.GetProperty("student_id") is { ValueKind: JsonValueKind.String } id ? id.GetGuid() : (Guid?)null),
        ];
    }

    /// <summary>How many differences have been seen, reported or not.</summary>
    async Task<long> NotedAsync(TestBatch batch)
    {
        await using var command = _context
            .Suite.Database(SuiteUnderTest.ClassManagement)
            .CreateCommand("select count(*) from reconciliation_differences where batch_id = $1");
        command.Parameters.Add(new() { Value = batch.Id });
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    /// <summary>The kinds of the batch's open differences, as the operator reads them.</summary>
    async Task<IReadOnlyList<string>> ReportedAsync(TestBatch batch)
    {
        using var client = Operator();
        var page = await client.GetFromJsonAsync<JsonElement>($"{List}?limit=200", Token);
        return
        [
            .. page.GetProperty("items")
                .EnumerateArray()
                .Where(item => item.GetProperty("batch_id").GetGuid() == batch.Id)
                .Select(item => item.GetProperty("kind").GetString()!),
        ];
    }

    async Task RepairAsync(TestBatch batch)
    {
        using var client = Operator();
        using var answer = await client.PostAsync($"{List}/batches/{batch.Id}/repair", null, Token);
        answer.EnsureSuccessStatusCode();
    }

    HttpClient Operator()
    {
        var client = _context.Suite.Client(SuiteUnderTest.ClassManagement, "operator-1");
        client.DefaultRequestHeaders.Add("X-User-Roles", "operator");
        return client;
    }

    async Task UntilAsync(Func<Task<bool>> holds)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Eventually.Patience);
            await _context.FlowAsync();
        }
    }
}
