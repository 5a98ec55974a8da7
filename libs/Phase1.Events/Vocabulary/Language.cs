using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>The language of a course.</summary>
[JsonConverter(typeof(SnakeCaseEnum<Language>))]
public enum Language
{
    /// <summary>English.</summary>
    En,

    /// <summary>Swedish.</summary>
    Sv,
}
