using Phase1.Events;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Flows;

[Collection("flows")]
public class A_guest_batch_goes_straight_to_ready(SuiteFixture fixture)
{
    readonly Phase1TestContext _context = fixture.Context;

    [Fact]
    [Trait("Scenario", "S-001")]
    [Trait("Scenario", "S-102")]
    public async Task When_its_content_is_complete()
    {
        var batch = await _context.CreateBatchAsync(BatchKind.Guest, CourseCode.Eng6, 2);
        batch.ClassId.ShouldBeNull();
        await _context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        await _context.Suite.DrainAsync();

        (await _context.HistoryAsync(batch)).ShouldBe(["awaiting_content_validation", "ready_for_pipeline_execution"]);
        (await CountAsync(SuiteUnderTest.BatchOrchestrator, "batch_essays where batch_id = $1 and stored", batch)).ShouldBe(2);
        (await CountAsync(SuiteUnderTest.ClassManagement, "association_sets where batch_id = $1", batch)).ShouldBe(0);
        var matching = new[]
        {
            Topics.InitiateStudentMatching,
            Topics.BatchStudentMatchingRequested,
            Topics.BatchAuthorMatchesSuggested,
            Topics.StudentAssociationsConfirmed,
            Topics.BatchEssaysReady,
        };
        (await _context.Suite.Log.AllAsync(matching)).ShouldNotContain(fact => ((IBatchFact)fact.Data).BatchId == batch.Id);
    }

    async Task<long> CountAsync(string service, string from, TestBatch batch)
    {
        await using var command = _context.Suite.Database(service).CreateCommand($"select count(*) from {from}");
        command.Parameters.Add(new() { Value = batch.Id });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
