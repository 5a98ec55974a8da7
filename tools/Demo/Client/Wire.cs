using System.Text.Json;

namespace Phase1.Demo.Client;

/// <summary>How the suite's services speak.</summary>
static class Wire
{
    internal static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
            AllowDuplicateProperties = false,
        };
}
