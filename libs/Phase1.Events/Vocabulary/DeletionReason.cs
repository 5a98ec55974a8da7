using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Why a batch was deleted.</summary>
[JsonConverter(typeof(SnakeCaseEnum<DeletionReason>))]
public enum DeletionReason
{
    /// <summary>Its teacher said so.</summary>
    Teacher,

    /// <summary>It had ended as long ago as work is kept.</summary>
    Retention,
}
