using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>The outcome of matching one essay.</summary>
[JsonConverter(typeof(UpperCaseEnum<MatchStatus>))]
public enum MatchStatus
{
    /// <summary>Preselected for the teacher.</summary>
    HighConfidence,

    /// <summary>Proposed, to be looked at.</summary>
    NeedsReview,

    /// <summary>Nobody found; weaker candidates may be hints.</summary>
    NoMatch,
}
