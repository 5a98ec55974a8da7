using Phase1.Events;

namespace Phase1.Portal.Batches;

/// <summary>How far along its way a batch is: the step that it is in, of the five that the pages name.</summary>
static class BatchSteps
{
    internal static int Of(BatchStatus status) =>
        status switch
        {
            BatchStatus.AwaitingContentValidation => 0,
            BatchStatus.AwaitingStudentValidation or BatchStatus.StudentValidationCompleted => 1,
            BatchStatus.ReadyForPipelineExecution => 2,
            BatchStatus.ProcessingPipelines => 3,
            _ => 4,
        };

    /// <summary>Whether it goes on, by itself or by its teacher.</summary>
    internal static bool IsOpen(BatchStatus status) => Of(status) < 4;
}
