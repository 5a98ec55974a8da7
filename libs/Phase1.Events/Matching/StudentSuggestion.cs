using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>A student proposed as the author. An outside producer's names, addresses and free text are not taken in.</summary>
public sealed record StudentSuggestion
{
    /// <summary>The student.</summary>
    public required Guid StudentId { get; init; }

    /// <summary>0..1.</summary>
    public required decimal ConfidenceScore { get; init; }

    /// <summary>Codes: lower-case letters, digits and underscores.</summary>
    [JsonConverter(typeof(ReasonCodesConverter))]
    public required IReadOnlyList<string> MatchReasons { get; init; }

    /// <summary>Whether the deadline may confirm it; null when the producer does not say.</summary>
    public bool? AutoConfirmEligible { get; init; }
}
