using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

/// <summary>What has had its effect has none again, under whatever event id it comes.</summary>
public sealed class RepeatedFactTests
{
    [Theory, Trait("Scenario", "S-115")]
    [InlineData(BatchStatus.AwaitingStudentValidation)]
    [InlineData(BatchStatus.StudentValidationCompleted)]
    [InlineData(BatchStatus.ReadyForPipelineExecution)]
    [InlineData(BatchStatus.ReadyForPipelineExecution, BatchKind.Guest)]
    [InlineData(BatchStatus.ProcessingPipelines)]
    [InlineData(BatchStatus.CompletedSuccessfully)]
    [InlineData(BatchStatus.CompletedWithFailures)]
    [InlineData(BatchStatus.ContentIngestionFailed)]
    [InlineData(BatchStatus.FailedCritically)]
    [InlineData(BatchStatus.Cancelled)]
    public async Task Content_that_comes_again_changes_nothing(BatchStatus status, BatchKind kind = BatchKind.Regular)
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(status, kind);

        await ShouldChangeNothingAsync<BatchContentProvisioningCompleted>(bos, batch);

        (await bos.OutcomesAsync<BatchContentProvisioningCompleted>(batch)).ShouldBe(["applied", "stale"]);
    }

    [Theory, Trait("Scenario", "S-117")]
    [InlineData(BatchStatus.StudentValidationCompleted)]
    [InlineData(BatchStatus.ReadyForPipelineExecution)]
    [InlineData(BatchStatus.ProcessingPipelines)]
    [InlineData(BatchStatus.CompletedSuccessfully)]
    [InlineData(BatchStatus.CompletedWithFailures)]
    public async Task A_confirmation_that_comes_too_late_is_stale(BatchStatus status)
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(status);

        await ShouldChangeNothingAsync<StudentAssociationsConfirmed>(bos, batch, batch.Confirmed(1));

        (await bos.OutcomesAsync<StudentAssociationsConfirmed>(batch)).ShouldBe(["applied", "stale", "stale"]);
    }

    // The fact that stands on the log is fed once more under its own event id and once under another.
    static async Task ShouldChangeNothingAsync<TFact>(BosTest bos, NeighbourFacts batch, params IFact[] others)
        where TFact : class, IFact
    {
        var first = (await bos.LogAsync<TFact>(batch.BatchId)).Single();
        var before = await bos.EverythingAsync(Topics.For<TFact>());

        await bos.Service.FeedAsync(first.Data, eventId: first.Header.EventId);
        await bos.FeedAsync([first.Data, .. others]);

        (await bos.EverythingAsync(Topics.For<TFact>())).ShouldBe(before);
    }
}
