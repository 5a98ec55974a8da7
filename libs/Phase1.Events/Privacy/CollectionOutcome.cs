using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>What a service holds about a student.</summary>
[JsonConverter(typeof(SnakeCaseEnum<CollectionOutcome>))]
public enum CollectionOutcome
{
    /// <summary>What the counts say.</summary>
    Held,

    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>What the counts say, and it could not be erased now.</summary>
    Blocked,
}
