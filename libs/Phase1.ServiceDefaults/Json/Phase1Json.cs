using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.ServiceDefaults;

/// <summary>JSON as Phase1 reads and writes it over HTTP.</summary>
public static class Phase1Json
{
    /// <summary>Deepest nesting of a request, from the fixed limits of the specification.</summary>
    public const int MaxDepth = 32;

    /// <summary>For answers of other services and for stored JSON: snake_case, unknown properties ignored. Read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The same rules for requests, where unknown properties are refused.</summary>
    internal static void ConfigureRequests(JsonSerializerOptions options)
    {
        Configure(options);
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    }

    static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = MaxDepth;
        options.Converters.Add(new InstantJsonConverter());
        options.Converters.Add(new WireEnumConverterFactory());
    }
}
