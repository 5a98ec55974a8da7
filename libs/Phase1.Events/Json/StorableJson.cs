using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Phase1.Events;

/// <summary>What a value of a JSON text may not be, although JSON allows it.</summary>
/// <param name="Path">The value's place, as in <c>data.essays[2].name</c>.</param>
/// <param name="Reason">What is wrong, without the value.</param>
public readonly record struct JsonFault(string Path, string Reason);

/// <summary>
/// Finds what JSON allows and no database of ours keeps: U+0000, half a surrogate pair, a number with more digits than <c>numeric</c> has, and two
/// values under one name, of which every reader takes another one.
/// </summary>
public static class StorableJson
{
    /// <summary>The first fault of a JSON text; null where there is none, and where the text is no JSON at all.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <param name="maxDepth">Levels of nesting; what is deeper is no JSON.</param>
    /// <param name="mayHoldZero">Whether U+0000 is allowed, for what is read and never stored.</param>
    public static JsonFault? Find(ReadOnlySpan<byte> json, int maxDepth, bool mayHoldZero = false) =>
        Find(json, maxDepth, mayHoldZero, textAlone: false);

    /// <summary>The first text or name that is no storable text.</summary>
    internal static JsonFault? FindText(ReadOnlySpan<byte> json, int maxDepth) => Find(json, maxDepth, mayHoldZero: false, textAlone: true);

    static JsonFault? Find(ReadOnlySpan<byte> json, int maxDepth, bool mayHoldZero, bool textAlone)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        var places = new Stack<Place>();
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    places.Pop();
                    continue;
                }
                if (places.TryPeek(out var place) && place.IsList)
                {
                    place.Index++;
                }
                if (Fault(ref reader, place, mayHoldZero, textAlone) is { } reason)
                {
                    return new JsonFault(Path(places), reason);
                }
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    places.Push(new Place(reader.TokenType == JsonTokenType.StartArray));
                }
            }
        }
        catch (JsonException)
        {
            // Whoever reads it as JSON says so.
        }
        return null;
    }

    static string? Fault(ref Utf8JsonReader reader, Place? place, bool mayHoldZero, bool textAlone)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return textAlone || PlainNumber.Fits(Encoding.ASCII.GetString(reader.ValueSpan))
                ? null
                : $"a number of more than {PlainNumber.MaxDigits} digits";
        }
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            return null;
        }
        // A name that cannot be kept cannot be told either: the fault is its owner's.
        var isName = reader.TokenType == JsonTokenType.PropertyName;
        if (isName)
        {
            place!.Name = "";
        }
        if (Text(ref reader) is not { } text)
        {
            return "no Unicode, such as half a surrogate pair";
        }
        if (!mayHoldZero && text.Contains('\0'))
        {
            return "the character U+0000";
        }
        if (!isName)
        {
            return null;
        }
        place!.Name = text;
        return textAlone || place.Names.Add(text) ? null : "a name that stands there twice";
    }

    static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // A stack gives its places from the innermost outwards.
    static string Path(Stack<Place> places)
    {
        var path = new StringBuilder();
        foreach (var place in places.Reverse())
        {
            if (place.IsList)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{place.Index}]");
            }
            else if (place.Name.Length > 0)
            {
                path.Append(path.Length == 0 ? "" : ".").Append(place.Name);
            }
        }
        return path.ToString();
    }

    sealed class Place(bool isList)
    {
        HashSet<string>? _names;

        public bool IsList { get; } = isList;

        public int Index { get; set; } = -1;

        /// <summary>Of the member that is being read; no text before the first, and where it is none itself.</summary>
        public string Name { get; set; } = "";

        public HashSet<string> Names => _names ??= [];
    }
}
