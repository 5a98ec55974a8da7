using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>How an association was decided.</summary>
[JsonConverter(typeof(SnakeCaseEnum<Decision>))]
public enum Decision
{
    /// <summary>The suggested student.</summary>
    Accepted,

    /// <summary>A student the teacher chose.</summary>
    Chosen,

    /// <summary>The class's UNKNOWN student, by the teacher.</summary>
    Unknown,

    /// <summary>The essay leaves the batch.</summary>
    Excluded,

    /// <summary>The suggested student, by the deadline.</summary>
    TimeoutSuggested,

    /// <summary>The UNKNOWN student, by the deadline.</summary>
    TimeoutUnknown,
}
