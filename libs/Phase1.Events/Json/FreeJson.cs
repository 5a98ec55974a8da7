using System.Text.Json;

namespace Phase1.Events;

/// <summary>
/// JSON whose shape is its producer's own matter. It is handed on and stored, so it is bounded by what does not change on the way: levels, values
/// and characters, where bytes and notation do.
/// </summary>
public static class FreeJson
{
    /// <summary>Levels of nesting: a record or an answer puts a few of its own around them.</summary>
    public const int MaxLevels = 16;

    /// <summary>Names and values together.</summary>
    public const int MaxValues = 2_000;

    /// <summary>UTF-16 units of all names and texts together.</summary>
    public const int MaxText = 64_000;

    /// <summary>The rule in words.</summary>
    public static string Rule { get; } =
        $"at most {MaxLevels} levels, {MaxValues} names and values, {MaxText} characters, and numbers of {PlainNumber.MaxDigits} digits";

    /// <summary>Whether every reader and every database of ours keeps the value.</summary>
    /// <param name="value">The value.</param>
    public static bool IsBounded(JsonElement value) => new Meter().Takes(value, 1);

    /// <summary>Whether every reader and every database of ours keeps the map.</summary>
    /// <param name="map">The map.</param>
    public static bool IsBounded(IReadOnlyDictionary<string, JsonElement> map)
    {
        var meter = new Meter();
        return map.All(field => meter.TakesText(field.Key) && meter.Takes(field.Value, 2));
    }

    sealed class Meter
    {
        int _values;
        int _text;

        public bool Takes(JsonElement value, int level) =>
            level <= MaxLevels
            && value.ValueKind switch
            {
                JsonValueKind.Object => Counts()
                    && value.EnumerateObject().All(field => TakesText(field.Name) && Takes(field.Value, level + 1)),
                JsonValueKind.Array => Counts() && value.EnumerateArray().All(item => Takes(item, level + 1)),
                JsonValueKind.String => TakesText(value.GetString()!),
                JsonValueKind.Number => Counts() && PlainNumber.Fits(value.GetRawText()),
                _ => Counts(),
            };

        public bool TakesText(string part) => Counts() && (_text += part.Length) <= MaxText;

        bool Counts() => ++_values <= MaxValues;
    }
}
