using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>How a phase ended.</summary>
[JsonConverter(typeof(SnakeCaseEnum<PhaseStatus>))]
public enum PhaseStatus
{
    /// <summary>Every essay processed.</summary>
    CompletedSuccessfully,

    /// <summary>Some essays failed.</summary>
    CompletedWithFailures,

    /// <summary>The phase failed as a whole.</summary>
    FailedCritically,
}
