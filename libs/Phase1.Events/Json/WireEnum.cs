using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>
/// The names of the closed sets of values on the wire, in columns and in labels: those of the contract as their converter says, a service's own in
/// snake_case.
/// </summary>
public static class WireEnum
{
    /// <summary>The value's name on the wire.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => WireNames<T>.Name(value) ?? throw new ArgumentOutOfRangeException(nameof(value));

    /// <summary>The value of a wire name, exactly as written.</summary>
    public static bool TryParse<T>(string? name, out T value)
        where T : struct, Enum => WireNames<T>.TryParse(name, out value);

    /// <summary>The value of a wire name that must be valid, such as one of our own columns.</summary>
    public static T Parse<T>(string name)
        where T : struct, Enum =>
        WireNames<T>.TryParse(name, out var value) ? value : throw new FormatException($"No {typeof(T).Name} has this name.");

    /// <summary>Every wire name, in the order of the values.</summary>
    public static IReadOnlyList<string> Names<T>()
        where T : struct, Enum => WireNames<T>.All;
}

static class WireNames<T>
    where T : struct, Enum
{
    static readonly (T Value, string Name, JsonEncodedText Encoded)[] Entries = [.. Read()];

    public static IReadOnlyList<string> All { get; } = [.. Entries.Select(entry => entry.Name)];

    public static string? Name(T value)
    {
        foreach (var entry in Entries)
        {
            if (EqualityComparer<T>.Default.Equals(entry.Value, value))
            {
                return entry.Name;
            }
        }
        return null;
    }

    public static bool TryParse(string? name, out T value)
    {
        foreach (var entry in Entries)
        {
            if (entry.Name != name)
            {
                continue;
            }
            value = entry.Value;
            return true;
        }
        value = default;
        return false;
    }

    public static bool TryRead(ref Utf8JsonReader reader, out T value)
    {
        foreach (var entry in Entries)
        {
            if (!reader.ValueTextEquals(entry.Encoded.EncodedUtf8Bytes))
            {
                continue;
            }
            value = entry.Value;
            return true;
        }
        value = default;
        return false;
    }

    static IEnumerable<(T, string, JsonEncodedText)> Read()
    {
        var naming = typeof(T).GetCustomAttribute<JsonConverterAttribute>() is { ConverterType: { } converter }
            ? ((IWireNaming)Activator.CreateInstance(converter)!).Naming
            : JsonNamingPolicy.SnakeCaseLower;
        foreach (var value in Enum.GetValues<T>())
        {
            var name = naming.ConvertName(value.ToString());
            yield return (value, name, JsonEncodedText.Encode(name));
        }
    }
}
