using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Instants: one without offset is read as UTC, every one is written in UTC with <c>Z</c>.</summary>
sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            throw ValueRefusedException.Missing();
        }
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTime(out var instant))
        {
            throw ValueRefusedException.Invalid("not an instant");
        }
        if (instant.Kind != DateTimeKind.Local)
        {
            return new DateTimeOffset(instant, TimeSpan.Zero);
        }
        return reader.TryGetDateTimeOffset(out var offset)
            ? offset.ToUniversalTime()
            : throw ValueRefusedException.Invalid("not an instant");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value == default ? throw ValueRefusedException.Missing() : value.UtcDateTime);
}
