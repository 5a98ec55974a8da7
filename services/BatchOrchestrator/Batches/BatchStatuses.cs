using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>What may be said about a status without knowing the batch.</summary>
static class BatchStatuses
{
    extension(BatchStatus status)
    {
        internal bool IsTerminal => status is >= BatchStatus.CompletedSuccessfully and <= BatchStatus.Cancelled;

        /// <summary>Whether the batch has been ready: its essays may be read.</summary>
        internal bool IsReadable =>
            status
                is BatchStatus.ReadyForPipelineExecution
                    or BatchStatus.ProcessingPipelines
                    or BatchStatus.CompletedSuccessfully
                    or BatchStatus.CompletedWithFailures;

        internal BatchClientStatus ToClient() =>
            status switch
            {
                BatchStatus.AwaitingContentValidation => BatchClientStatus.PendingContent,
                BatchStatus.AwaitingStudentValidation => BatchClientStatus.AwaitingStudentValidation,
                BatchStatus.StudentValidationCompleted => BatchClientStatus.StudentValidationCompleted,
                BatchStatus.ReadyForPipelineExecution => BatchClientStatus.Ready,
                BatchStatus.ProcessingPipelines => BatchClientStatus.Processing,
                BatchStatus.CompletedSuccessfully => BatchClientStatus.CompletedSuccessfully,
                BatchStatus.CompletedWithFailures => BatchClientStatus.CompletedWithFailures,
                BatchStatus.ContentIngestionFailed or BatchStatus.FailedCritically => BatchClientStatus.Failed,
                BatchStatus.Cancelled => BatchClientStatus.Cancelled,
                _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A reserved status is never entered."),
            };
    }
}
