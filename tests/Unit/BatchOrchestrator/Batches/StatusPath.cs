using Phase1.BatchOrchestrator.Batches;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

/// <summary>The shortest way from the registration to a status.</summary>
static class StatusPath
{
    public static IEnumerable<object> LeadingTo(this NeighbourFacts facts, BatchStatus status)
    {
        switch (status)
        {
            case BatchStatus.ContentIngestionFailed:
                return [facts.Completed(provisioned: 0)];
            case BatchStatus.FailedCritically:
                return [facts.Errors(critical: true)];
            case BatchStatus.Cancelled:
                return [new CancelBatch(facts.BatchId, null)];
        }
        var regular = facts.ClassId is not null;
        var clean = status == BatchStatus.CompletedSuccessfully;
        (BatchStatus Reached, object Fact)[] steps =
        [
            (BatchStatus.AwaitingStudentValidation, facts.Completed()),
            (BatchStatus.StudentValidationCompleted, facts.Confirmed()),
            (BatchStatus.ReadyForPipelineExecution, facts.Ready()),
            (BatchStatus.ProcessingPipelines, facts.Request()),
            (
                BatchStatus.CompletedSuccessfully,
                facts.Ended(status: clean ? PhaseStatus.CompletedSuccessfully : PhaseStatus.CompletedWithFailures, failed: clean ? 0 : 1)
            ),
        ];
        return steps
            .Where(step => step.Reached <= status && (regular || step.Fact is not (StudentAssociationsConfirmed or BatchEssaysReady)))
            .Select(step => step.Fact);
    }
}
