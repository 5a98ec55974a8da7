using System.Net;
using Phase1.Events;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

public sealed class EssayListTests
{
    [Theory, Trait("Scenario", "S-112")]
    [InlineData(BatchStatus.ReadyForPipelineExecution)]
    [InlineData(BatchStatus.ReadyForPipelineExecution, BatchKind.Guest)]
    [InlineData(BatchStatus.ProcessingPipelines)]
    [InlineData(BatchStatus.CompletedSuccessfully)]
    [InlineData(BatchStatus.CompletedWithFailures)]
    public async Task From_ready_on_the_essays_can_be_read(BatchStatus status, BatchKind kind = BatchKind.Regular)
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(status, kind);

        var essays = await bos.GetAsync($"/internal/v1/batches/{batch.BatchId}/essays");

        essays.EnumerateArray().Select(essay => essay.GetProperty("essay_id").GetGuid()).ShouldBe(batch.EssayIds);
    }

    [Theory, Trait("Scenario", "S-715")]
    [InlineData("essays")]
    [InlineData("intake")]
    public async Task Another_teacher_finds_no_such_batch_and_an_operator_is_refused(string what)
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(BatchStatus.ReadyForPipelineExecution);
        var address = $"/internal/v1/batches/{batch.BatchId}/{what}";
        using var service = bos.Service.As(null);

        (await StatusAsync(bos.Stranger)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(bos.Operator)).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(bos.Teacher)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(service)).ShouldBe(HttpStatusCode.OK);

        async Task<HttpStatusCode> StatusAsync(HttpClient caller)
        {
            using var answer = await caller.GetAsync(address, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    [Theory, Trait("Scenario", "S-112")]
    [InlineData(BatchStatus.AwaitingContentValidation)]
    [InlineData(BatchStatus.AwaitingStudentValidation)]
    [InlineData(BatchStatus.StudentValidationCompleted)]
    [InlineData(BatchStatus.ContentIngestionFailed)]
    [InlineData(BatchStatus.FailedCritically)]
    [InlineData(BatchStatus.Cancelled)]
    public async Task The_essays_of_a_batch_that_is_not_ready_or_has_failed_cannot_be_read(BatchStatus status)
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(status);

        var refused = await bos.Teacher.GetAsync($"/internal/v1/batches/{batch.BatchId}/essays", TestContext.Current.CancellationToken);

        (refused.StatusCode, await BosTest.CodeAsync(refused)).ShouldBe((HttpStatusCode.Conflict, "BATCH_NOT_READY"));
    }
}
