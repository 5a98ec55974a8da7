using System.Text.Json;

namespace Phase1.Events;

/// <summary>What matching found (record 10).</summary>
public sealed record BatchAuthorMatchesSuggested : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>Id of the class.</summary>
    public required Guid ClassId { get; init; }

    /// <summary>The course of the registration.</summary>
    public required CourseCode CourseCode { get; init; }

    /// <summary>One for each essay.</summary>
    public required IReadOnlyList<MatchResult> MatchResults { get; init; }

    /// <summary>The results counted.</summary>
    public required ProcessingSummary ProcessingSummary { get; init; }

    /// <summary>Technical figures.</summary>
    public IReadOnlyDictionary<string, JsonElement>? ProcessingMetadata { get; init; }
}

/// <summary>Results counted.</summary>
public sealed record ProcessingSummary
{
    /// <summary>All essays.</summary>
    public required int TotalEssays { get; init; }

    /// <summary>All but the failed.</summary>
    public required int Processed { get; init; }

    /// <summary>Processed with another status than NO_MATCH.</summary>
    public required int Matched { get; init; }

    /// <summary>Processed with NO_MATCH.</summary>
    public required int Unmatched { get; init; }

    /// <summary>TEXT_UNAVAILABLE or PROCESSING_ERROR.</summary>
    public required int Failed { get; init; }
}
