using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>UUIDs: any case when read, lower case when written; the all-zero one counts as missing.</summary>
sealed class IdConverter : JsonConverter<Guid>
{
    public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            throw ValueRefusedException.Missing();
        }
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetGuid(out var id))
        {
            throw ValueRefusedException.Invalid("not a UUID");
        }
        return id == Guid.Empty ? throw ValueRefusedException.Missing() : id;
    }

    public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value == Guid.Empty ? throw ValueRefusedException.Missing() : value);

    public override Guid ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Guid.TryParseExact(reader.GetString(), "D", out var id) && id != Guid.Empty
            ? id
            : throw ValueRefusedException.Invalid("not a UUID");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());
}

/// <summary>Optional UUIDs: null and the all-zero one are the same.</summary>
sealed class OptionalIdConverter : JsonConverter<Guid?>
{
    public override Guid? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetGuid(out var id))
        {
            throw ValueRefusedException.Invalid("not a UUID");
        }
        return id == Guid.Empty ? null : id;
    }

    public override void Write(Utf8JsonWriter writer, Guid? value, JsonSerializerOptions options)
    {
        if (value is { } id && id != Guid.Empty)
        {
            writer.WriteStringValue(id);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
