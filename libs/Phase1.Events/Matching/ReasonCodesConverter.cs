using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Keeps reasons that are codes; an outside producer's free text could name a pupil and is left out.</summary>
sealed class ReasonCodesConverter : JsonConverter<IReadOnlyList<string>>
{
    const int MaxLength = 100;
    static readonly SearchValues<char> CodeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw ValueRefusedException.Invalid("not an array");
        }
        var codes = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                throw ValueRefusedException.Invalid("not a string");
            }
            if (reader.GetString() is { } code && IsCode(code))
            {
                codes.Add(code);
            }
        }
        return codes;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var code in value)
        {
            writer.WriteStringValue(code);
        }
        writer.WriteEndArray();
    }

    /// <summary>What we write; a text that is none is left out when it is read.</summary>
    public static Action<JsonObject> DescribeCode { get; } = SchemaKeywords.Length(1, MaxLength) + SchemaKeywords.Pattern("^[a-z0-9_]+$");

    public static bool IsCode(string text) => text.Length is > 0 and <= MaxLength && !text.AsSpan().ContainsAnyExcept(CodeCharacters);
}

/// <summary>Scores for display: what is no number in 0..1 is left out, since its suggestion has been refused as well.</summary>
sealed class ConfidenceScoresConverter : JsonConverter<IReadOnlyList<decimal>>
{
    static readonly ExactDecimalConverter Exact = new();

    public override IReadOnlyList<decimal> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var scores = new List<decimal>();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return scores;
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (TryRead(ref reader, options) is >= 0 and <= 1 and var score)
            {
                scores.Add(score);
            }
        }
        return scores;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<decimal> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var score in value)
        {
            writer.WriteNumberValue(score);
        }
        writer.WriteEndArray();
    }

    static decimal? TryRead(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.TrySkip();
        if (reader.TokenType != JsonTokenType.Number)
        {
            return null;
        }
        try
        {
            return Exact.Read(ref reader, typeof(decimal), options);
        }
        catch (ValueRefusedException)
        {
            return null;
        }
    }
}
