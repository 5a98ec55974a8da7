using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Instants: whatever <see cref="Instants"/> reads, written in UTC with <c>Z</c>.</summary>
sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    static readonly string Rule = $"no instant from {Instants.FirstYear} to {Instants.LastYear}";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            throw ValueRefusedException.Missing();
        }
        if (reader.TokenType != JsonTokenType.String)
        {
            throw OutOfRange();
        }
        // The span may be split only for streams; records are read from one buffer.
        var text = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        return Instants.TryRead(text, out var instant) ? instant : throw OutOfRange();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Checked(value));

    /// <summary>The instant in UTC, as it is written.</summary>
    /// <exception cref="ValueRefusedException">No reader would take it.</exception>
    public static DateTime Checked(DateTimeOffset value) => Instants.IsInRange(value) ? value.UtcDateTime : throw OutOfRange();

    static ValueRefusedException OutOfRange() => ValueRefusedException.Invalid(Rule);
}
