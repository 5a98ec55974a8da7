using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches;

static partial class BatchLog
{
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Batch {BatchId} in {Status}: {TotalErrors} validation errors, critical {Critical}"
    )]
    internal static partial void ValidationErrors(ILogger logger, Guid batchId, BatchStatus status, int totalErrors, bool critical);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Batch {BatchId} in {Status} is not put back although Class Management has not released it: its pipeline has begun"
    )]
    internal static partial void NotPutBack(ILogger logger, Guid batchId, BatchStatus status);
}
