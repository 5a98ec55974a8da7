using System.Text.Json;

namespace Phase1.Events;

/// <summary>An error as a record tells it.</summary>
public sealed record ErrorDetail
{
    /// <summary>Stable code.</summary>
    public required string ErrorCode { get; init; }

    /// <summary>For a reader; without personal data.</summary>
    public required string Message { get; init; }

    /// <summary>The chain of the cause.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Where it happened.</summary>
    public required string Service { get; init; }

    /// <summary>What was being done.</summary>
    public required string Operation { get; init; }

    /// <summary>Codes and counts.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Details { get; init; }
}
