using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Who decided an association.</summary>
[JsonConverter(typeof(SnakeCaseEnum<ValidationMethod>))]
public enum ValidationMethod
{
    /// <summary>The teacher.</summary>
    Human,

    /// <summary>The deadline monitor.</summary>
    Timeout,

    /// <summary>A producer outside this product; never written by ours.</summary>
    Auto,
}
