using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Why an essay has no proposed student.</summary>
[JsonConverter(typeof(UpperCaseEnum<NoMatchReason>))]
public enum NoMatchReason
{
    /// <summary>Nothing extracted.</summary>
    NoIdentifier,

    /// <summary>Nobody in the class fits.</summary>
    NoCandidate,

    /// <summary>The class is unknown or has no students.</summary>
    EmptyRoster,

    /// <summary>The roster could not be fetched in time.</summary>
    RosterUnavailable,

    /// <summary>The text could not be fetched.</summary>
    TextUnavailable,

    /// <summary>Matching this essay failed.</summary>
    ProcessingError,

    /// <summary>Every suggestion was refused on entry.</summary>
    InvalidSuggestion,

    /// <summary>No result yet.</summary>
    AwaitingSuggestions,

    /// <summary>The result names no such essay.</summary>
    NotReported,
}
