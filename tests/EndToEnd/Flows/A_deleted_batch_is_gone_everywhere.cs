using System.Net;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Flows;

/// <summary>From upload to ready, ended, deleted: no row of any service names the batch any more but that it is deleted.</summary>
[Collection("flows")]
[Trait("Scenario", "S-720")]
public class A_deleted_batch_is_gone_everywhere(SuiteFixture fixture)
{
    static readonly string[] Services =
    [
        SuiteUnderTest.BatchOrchestrator,
        SuiteUnderTest.EssayLifecycle,
        SuiteUnderTest.Nlp,
        SuiteUnderTest.ClassManagement,
        SuiteUnderTest.FileIntake,
    ];

    readonly Phase1TestContext _context = fixture.Context;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Also_when_facts_of_it_come_again_afterwards()
    {
        var batch = await _context.CreateBatchAsync(BatchKind.Regular, CourseCode.Eng6, 2);
        await _context.WaitForSuggestionsAsync(batch);
        await _context.AcceptAllAsync(batch);
        await _context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        (await DeleteAsync(batch)).ShouldBe(HttpStatusCode.Conflict);
        await CancelAsync(batch);
        await _context.Suite.DrainAsync();
        var texts = await TextsAsync();

        (await DeleteAsync(batch)).ShouldBe(HttpStatusCode.NoContent);
        await GoneAsync(batch);
        (await TextsAsync()).ShouldBe(texts - 2);

        var late = new NeighbourFacts(batch.Id, batch.ClassId, batch.Course, [_context.NewId(), _context.NewId()], _context.Suite.Clock);
        await _context.Suite.FeedAsync(late.Completed());
        await _context.Suite.FeedAsync(late.Confirmed());
        await _context.Suite.FeedAsync(late.Ready());
        await _context.Suite.DrainAsync();
        await GoneAsync(batch);
    }

    async Task<HttpStatusCode> DeleteAsync(TestBatch batch)
    {
        using var client = _context.Suite.Client(SuiteUnderTest.BatchOrchestrator, batch.Teacher);
        return (await client.DeleteAsync($"/v1/batches/{batch.Id}", Token)).StatusCode;
    }

    async Task CancelAsync(TestBatch batch)
    {
        using var client = _context.Suite.Client(SuiteUnderTest.BatchOrchestrator, batch.Teacher);
        (await client.PostAsync($"/v1/batches/{batch.Id}/cancel", null, Token)).EnsureSuccessStatusCode();
    }

    // Other tests of the collection make no texts meanwhile: its tests run one after the other.
    async Task<long> TextsAsync()
    {
        await using var command = _context.Suite.Database(SuiteUnderTest.FileIntake).CreateCommand("select count(*) from texts");
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    Task GoneAsync(TestBatch batch) =>
        Eventually.BecomesTrueAsync(
            async () =>
            {
                await _context.Suite.DrainAsync();
                foreach (var service in Services)
                {
                    if (!(await _context.Suite.Database(service).TablesNamingAsync(batch.Id)).SequenceEqual([BatchTraces.Tombstone]))
                    {
                        return false;
                    }
                }
                return true;
            },
            TimeSpan.FromMinutes(1),
            Token
        );
}
