using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Phase1.Events;

namespace Phase1.ServiceDefaults;

/// <summary>RFC 3339 as in records: read by <see cref="Instants"/>, written in UTC with <c>Z</c>.</summary>
sealed class InstantJsonConverter : JsonConverter<DateTimeOffset>
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Instants.TryRead(Encoding.UTF8.GetBytes(reader.GetString()!), out var instant)
            ? instant
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}
