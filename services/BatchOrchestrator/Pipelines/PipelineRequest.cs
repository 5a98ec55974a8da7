using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Pipelines;

/// <summary>The body of a pipeline request.</summary>
sealed record PipelineRequest
{
    public string? RequestedPipeline { get; init; }
    public Guid? ClientCorrelationId { get; init; }
    public bool IsRetry { get; init; }
    public string? RetryReason { get; init; }

    internal RequestPipeline ToCommand(Guid batchId, string userId)
    {
        var pipeline = RequestedPipeline ?? throw ProblemException.Missing("requested_pipeline");
        if (ClientCorrelationId is not { } clientCorrelationId || clientCorrelationId == Guid.Empty)
        {
            throw ProblemException.Missing("client_correlation_id");
        }
        if (pipeline.Length is 0 or > 100)
        {
            throw ProblemException.Validation("requested_pipeline", "1 to 100 characters.");
        }
        if (RetryReason is { Length: > 500 })
        {
            throw ProblemException.Validation("retry_reason", "At most 500 characters.");
        }
        return new()
        {
            BatchId = batchId,
            RequestedPipeline = pipeline,
            ClientCorrelationId = clientCorrelationId,
            UserId = userId,
            IsRetry = IsRetry,
            RetryReason = RetryReason,
        };
    }
}
