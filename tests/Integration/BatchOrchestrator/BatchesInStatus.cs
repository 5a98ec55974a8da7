using System.Net;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator;

/// <summary>Batches that have come to a status, by the shortest way on which their content arrives first.</summary>
static class BatchesInStatus
{
    public static async Task<NeighbourFacts> BatchInAsync(this BosTest bos, BatchStatus status, BatchKind kind = BatchKind.Regular)
    {
        var batch = await bos.RegisterAsync(kind);
        await bos.FeedAsync(WayTo(status, batch));
        if (status == BatchStatus.Cancelled)
        {
            (await bos.CancelAsync(batch)).StatusCode.ShouldBe(HttpStatusCode.OK);
            await bos.Service.DrainAsync();
        }
        (await bos.StatusAsync(batch)).ShouldBe(WireEnum.Name(status));
        return batch;
    }

    static IFact[] WayTo(BatchStatus status, NeighbourFacts batch)
    {
        IFact[] ready = batch.ClassId is null ? [batch.Completed()] : [batch.Completed(), batch.Confirmed(), batch.Ready()];
        return status switch
        {
            BatchStatus.AwaitingContentValidation => [],
            BatchStatus.AwaitingStudentValidation or BatchStatus.Cancelled => [batch.Completed()],
            BatchStatus.StudentValidationCompleted => [batch.Completed(), batch.Confirmed()],
            BatchStatus.ReadyForPipelineExecution => ready,
            BatchStatus.ProcessingPipelines => [.. ready, batch.Request()],
            BatchStatus.CompletedSuccessfully => [.. ready, batch.Request(), batch.Ended()],
            BatchStatus.CompletedWithFailures => [.. ready, batch.Request(), batch.Ended(failed: 1)],
            BatchStatus.ContentIngestionFailed => [batch.Completed(provisioned: 0)],
            BatchStatus.FailedCritically => [batch.Completed(), batch.Errors(critical: true)],
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Never entered."),
        };
    }
}
