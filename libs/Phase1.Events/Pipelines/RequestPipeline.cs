using System.Text.Json;

namespace Phase1.Events;

/// <summary>The command to run a pipeline on a batch (record 13).</summary>
public sealed record RequestPipeline : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The pipeline's name, 1..100 characters.</summary>
    public required string RequestedPipeline { get; init; }

    /// <summary>Identifies the request: the same one starts nothing twice.</summary>
    public required Guid ClientCorrelationId { get; init; }

    /// <summary>The owner, 1..255 characters.</summary>
    public required string UserId { get; init; }

    /// <summary>Whether it was asked before.</summary>
    public bool IsRetry { get; init; }

    /// <summary>Up to 500 characters.</summary>
    public string? RetryReason { get; init; }

    /// <summary>Handed on: an object.</summary>
    public JsonElement? PromptPayload { get; init; }
}
