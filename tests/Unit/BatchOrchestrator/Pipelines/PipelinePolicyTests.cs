using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.Events;
using Phase1.Unit.Tests.BatchOrchestrator.Batches;

namespace Phase1.Unit.Tests.BatchOrchestrator.Pipelines;

/// <summary>What forbids a run, the gravest first: owner, earlier answer, pipeline, status, essays, rate.</summary>
public sealed class PipelinePolicyTests
{
    [Fact]
    public async Task Without_a_stored_essay_there_is_nothing_to_run_on_however_often_it_was_tried()
    {
        var test = await ReadyAsync();
        test.Records.Essays[0].Stored = test.Records.Essays[1].Stored = test.Records.Essays[2].Stored = false;

        (await JudgeAsync(test, runsAMinute: 0)).ShouldBe(new DeniedRun(DenialReason.NoEssaysStored));
    }

    [Fact]
    public async Task A_text_that_is_not_stored_yet_makes_the_batch_unready()
    {
        var test = await ReadyAsync();
        test.Records.Essays[1].Stored = false;

        (await JudgeAsync(test)).ShouldBe(new DeniedRun(DenialReason.BatchNotReady));
    }

    [Fact]
    public async Task Excluded_essays_and_those_without_a_text_are_not_waited_for()
    {
        var test = await ReadyAsync();
        (test.Records.Essays[0].Stored, test.Records.Essays[0].Excluded) = (false, true);
        (test.Records.Essays[1].Stored, test.Records.Essays[1].TextStorageId) = (false, null);

        (await JudgeAsync(test)).ShouldBeOfType<GrantedRun>().Phases.ShouldBe([Phase.Spellcheck]);
    }

    [Fact]
    public async Task Too_many_runs_within_a_minute_are_denied() =>
        (await JudgeAsync(await ReadyAsync(), runsAMinute: 0)).ShouldBe(new DeniedRun(DenialReason.RateLimitExceeded));

    [Fact]
    public async Task The_status_is_named_before_essays_and_rate()
    {
        var test = await ReadyAsync();
        test.Records.Essays[1].Stored = false;

        (await JudgeAsync(test, runsAMinute: 0, DenialReason.BatchTerminated)).ShouldBe(new DeniedRun(DenialReason.BatchTerminated));
    }

    static Task<BatchUnderTest> ReadyAsync() => BatchUnderTest.InAsync(BatchStatus.ReadyForPipelineExecution);

    static Task<PipelineVerdict> JudgeAsync(BatchUnderTest test, int runsAMinute = 10, DenialReason? ofStatus = null) =>
        new PipelinePolicy(new PipelineCatalogue([]), new RateLimitOptions { PipelinesPerMinute = runsAMinute }, test.Records).JudgeAsync(
            test.Batch,
            test.Facts.Request(),
            ofStatus,
            TestContext.Current.CancellationToken
        );
}
