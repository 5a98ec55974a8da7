using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Why a pipeline request was denied.</summary>
[JsonConverter(typeof(SnakeCaseEnum<DenialReason>))]
public enum DenialReason
{
    /// <summary>Texts or authors are not complete.</summary>
    BatchNotReady,

    /// <summary>There is nothing to process.</summary>
    NoEssaysStored,

    /// <summary>A run is active.</summary>
    PipelineAlreadyRunning,

    /// <summary>The batch has ended.</summary>
    BatchTerminated,

    /// <summary>The requester does not own the batch.</summary>
    NotOwner,

    /// <summary>No such pipeline.</summary>
    UnknownPipeline,

    /// <summary>Not enough credits.</summary>
    InsufficientCredits,

    /// <summary>Too many requests.</summary>
    RateLimitExceeded,
}
