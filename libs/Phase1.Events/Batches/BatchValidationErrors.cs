namespace Phase1.Events;

/// <summary>Some or all slots failed (record 7).</summary>
public sealed record BatchValidationErrors : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The failures.</summary>
    public required IReadOnlyList<FailedEssay> FailedEssays { get; init; }

    /// <summary>The failures counted.</summary>
    public required ErrorSummary ErrorSummary { get; init; }

    /// <summary>The chain of the cause.</summary>
    public required Guid CorrelationId { get; init; }
}

/// <summary>A slot that failed.</summary>
public sealed record FailedEssay
{
    /// <summary>Id of the essay, minted at the registration of its batch.</summary>
    public required Guid EssayId { get; init; }

    /// <summary>The file's name.</summary>
    public string? FileName { get; init; }

    /// <summary>Why the essay has no text.</summary>
    public required ErrorDetail ErrorDetail { get; init; }

    /// <summary>When the file failed, UTC.</summary>
    public required DateTimeOffset FailedAt { get; init; }
}

/// <summary>Failures counted.</summary>
public sealed record ErrorSummary
{
    /// <summary>All failures.</summary>
    public required int TotalErrors { get; init; }

    /// <summary>Failures for each code.</summary>
    public required IReadOnlyDictionary<string, int> ErrorCategories { get; init; }

    /// <summary>Whether no text is left at all.</summary>
    public required bool CriticalFailure { get; init; }
}
