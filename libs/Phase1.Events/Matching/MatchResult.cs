using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>What matching found for one essay.</summary>
public sealed record MatchResult : IJsonOnDeserialized
{
    NoMatchReason? _noMatchReason;
    ExtractionMetadata? _extractionMetadata;

    /// <summary>Id of the essay, minted at the registration of its batch.</summary>
    public required Guid EssayId { get; init; }

    /// <summary>Where the text is stored.</summary>
    public required string TextStorageId { get; init; }

    /// <summary>The file's name, up to 500 characters; null where file names are kept off the log.</summary>
    public string? Filename { get; init; }

    /// <summary>At most ten, best first.</summary>
    [JsonConverter(typeof(SuggestionsConverter))]
    public required IReadOnlyList<StudentSuggestion> Suggestions { get; init; }

    /// <summary>Why nobody is proposed; INVALID_SUGGESTION when every suggestion was refused on entry.</summary>
    public NoMatchReason? NoMatchReason
    {
        get => _noMatchReason;
        init => _noMatchReason = value;
    }

    /// <summary>The outcome.</summary>
    public required ExtractionMetadata ExtractionMetadata
    {
        get => _extractionMetadata!;
        init => _extractionMetadata = value;
    }

    /// <summary>How many suggestions were refused on entry for a bad value.</summary>
    [JsonIgnore]
    public int RefusedSuggestions => (Suggestions as EnteredSuggestions)?.Refused ?? 0;

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (RefusedSuggestions == 0 || Suggestions.Count > 0)
        {
            return;
        }
        _noMatchReason = Events.NoMatchReason.InvalidSuggestion;
        _extractionMetadata = ExtractionMetadata with { MatchStatus = MatchStatus.NoMatch };
    }
}

/// <summary>The outcome of matching one essay.</summary>
public sealed record ExtractionMetadata
{
    /// <summary>The outcome.</summary>
    public required MatchStatus MatchStatus { get; init; }

    /// <summary>The candidates' confidences, best first.</summary>
    [JsonConverter(typeof(ConfidenceScoresConverter))]
    public IReadOnlyList<decimal> ConfidenceScores { get; init; } = [];
}
