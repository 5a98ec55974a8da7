using Phase1.BatchOrchestrator.Batches;
using Phase1.Events;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

public sealed class BatchStatusesTests
{
    [Fact, Trait("Scenario", "S-112")]
    public void Essays_may_be_read_from_ready_on_and_never_of_a_batch_that_failed_or_was_cancelled() =>
        Enum.GetValues<BatchStatus>()
            .Where(status => status.IsReadable)
            .ShouldBe([
                BatchStatus.ReadyForPipelineExecution,
                BatchStatus.ProcessingPipelines,
                BatchStatus.CompletedSuccessfully,
                BatchStatus.CompletedWithFailures,
            ]);

    [Fact]
    public void A_status_that_is_never_entered_has_no_name_for_clients() =>
        Should
            .Throw<ArgumentOutOfRangeException>(() => BatchStatus.AwaitingPipelineConfiguration.ToClient())
            .Message.ShouldContain("never entered");
}
