using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>The metadata map: known keys are not allocated, values that are no text are left out.</summary>
sealed class MetadataConverter : JsonConverter<IReadOnlyDictionary<string, string>>
{
    public override IReadOnlyDictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ValueRefusedException.Invalid("not an object");
        }
        var map = new MetadataDictionary();
        string? last = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Key(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                // Mostly the key of the partition is the batch.
                last = last is not null && reader.ValueTextEquals(last) ? last : reader.GetString()!;
                map[key] = last;
            }
            else
            {
                reader.Skip();
            }
        }
        return map;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, text) in value)
        {
            writer.WriteString(key, text);
        }
        writer.WriteEndObject();
    }

    static string Key(ref Utf8JsonReader reader)
    {
        foreach (var known in EventMetadata.Keys)
        {
            if (reader.ValueTextEquals(known))
            {
                return known;
            }
        }
        return reader.GetString()!;
    }
}
