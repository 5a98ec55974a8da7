using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Whole numbers in any notation: <c>84</c>, <c>84.0</c> and <c>8.4e1</c> are the same integer to JSON and to JSON Schema.</summary>
static class WholeNumbers
{
    /// <summary>The largest integer that every JSON reader keeps exactly (RFC 7493): 2^53 - 1.</summary>
    public const long Largest = 9_007_199_254_740_991;

    public static long Read(ref Utf8JsonReader reader, long least, long most)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            throw ValueRefusedException.Missing();
        }
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw ValueRefusedException.Invalid("no integer");
        }
        if (!reader.TryGetInt64(out var value))
        {
            value = OtherNotation(reader.ValueSpan);
        }
        return value >= least && value <= most ? value : throw OutOfRange();
    }

    static long OtherNotation(ReadOnlySpan<byte> number)
    {
        if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) > Largest)
        {
            throw OutOfRange();
        }
        return decimal.IsInteger(value) ? (long)value : throw ValueRefusedException.Invalid("no integer");
    }

    static ValueRefusedException OutOfRange() => ValueRefusedException.Invalid("number out of range");
}

sealed class IntConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (int)WholeNumbers.Read(ref reader, int.MinValue, int.MaxValue);

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

sealed class LongConverter : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WholeNumbers.Read(ref reader, -WholeNumbers.Largest, WholeNumbers.Largest);

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(
            Math.Abs(value) <= WholeNumbers.Largest ? value : throw ValueRefusedException.Invalid("number out of range")
        );
}
