using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.ServiceDefaults;

/// <summary>
/// Enums by name, never by number: in snake_case, or as <see cref="JsonStringEnumMemberNameAttribute"/> says. An enum that brings its own
/// converter (those of the events do) keeps it; a converter in the options would win over it, hence this factory's refusal.
/// </summary>
sealed class WireEnumConverterFactory : JsonConverterFactory
{
    readonly JsonStringEnumConverter _names = new(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsEnum && typeToConvert.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is null;

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        _names.CreateConverter(typeToConvert, options);
}
