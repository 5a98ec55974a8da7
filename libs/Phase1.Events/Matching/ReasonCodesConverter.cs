using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Keeps reasons that are codes; an outside producer's free text could name a student and is left out.</summary>
sealed class ReasonCodesConverter : JsonConverter<IReadOnlyList<string>>
{
    /// <summary>More than there are rules; what follows is left out.</summary>
    public const int MostReasons = 50;

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
            if (codes.Count < MostReasons && reader.GetString() is { } code && ContractLimits.IsCode(code))
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
}

/// <summary>Scores for display: what is no number in 0..1 is left out, since its suggestion has been refused as well.</summary>
sealed class ConfidenceScoresConverter : JsonConverter<IReadOnlyList<decimal>>
{
    /// <summary>More than a page shows; what follows is left out.</summary>
    public const int MostScores = 100;

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
            if (TryRead(ref reader, options) is >= 0 and <= 1 and var score && scores.Count < MostScores)
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
