namespace Phase1.Events;

/// <summary>A provider of language models is in another state than before.</summary>
public sealed record LlmProviderHealthChanged : IFact
{
    /// <summary>The provider; also the key of the record.</summary>
    public required string Provider { get; init; }

    /// <summary>How it was.</summary>
    public required string From { get; init; }

    /// <summary>How it is.</summary>
    public required string To { get; init; }

    /// <summary>closed, open or half_open.</summary>
    public required string CircuitState { get; init; }

    /// <summary>What was met last: a code.</summary>
    public string? Reason { get; init; }

    /// <summary>The HTTP status of it; null where there was none.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    string IFact.PartitionKey => Provider;
}
