using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>How a service has erased a student.</summary>
[JsonConverter(typeof(SnakeCaseEnum<ErasureOutcome>))]
public enum ErasureOutcome
{
    /// <summary>What it held is erased.</summary>
    Erased,

    /// <summary>It held nothing.</summary>
    Nothing,

    /// <summary>It has erased nothing: something stands in the way.</summary>
    Blocked,
}
