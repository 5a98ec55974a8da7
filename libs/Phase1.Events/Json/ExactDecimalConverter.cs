using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Decimals: more than ten decimals are cut off, never rounded, so that 0.69999... stays below 0.70.</summary>
sealed class ExactDecimalConverter : JsonConverter<decimal>
{
    const int Decimals = 10;

    /// <summary>The smallest number above zero that is left when the others are cut off.</summary>
    public const decimal Smallest = 0.0000000001m;

    /// <summary>The largest number that is read.</summary>
    public const long Largest = 999_999_999_999_999_999;

    // Up to here decimal keeps every digit, so the framework's own reading cannot round.
    const int ExactDigits = 12;
    const int MaxWholeDigits = 18;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            throw ValueRefusedException.Missing();
        }
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw ValueRefusedException.Invalid("not a number");
        }
        // The span may be split only for streams; records are read from one buffer.
        var digits = reader.ValueSpan;
        if (digits.Length <= ExactDigits && digits.IndexOfAny((byte)'e', (byte)'E') < 0)
        {
            return reader.GetDecimal();
        }
        return Truncate(digits);
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    static decimal Truncate(ReadOnlySpan<byte> number)
    {
        var negative = number[0] == '-';
        if (negative)
        {
            number = number[1..];
        }

        var exponentAt = number.IndexOfAny((byte)'e', (byte)'E');
        var exponent = exponentAt < 0 ? 0 : Exponent(number[(exponentAt + 1)..]);
        var mantissa = exponentAt < 0 ? number : number[..exponentAt];
        var point = mantissa.IndexOf((byte)'.');
        var weight = (point < 0 ? mantissa.Length : point) - 1 + exponent;

        decimal value = 0;
        var scale = 0;
        foreach (var character in mantissa)
        {
            if (character == '.')
            {
                continue;
            }
            if (weight < -Decimals)
            {
                break;
            }
            var digit = character - '0';
            if (weight >= MaxWholeDigits && digit != 0)
            {
                throw ValueRefusedException.Invalid("number out of range");
            }
            if (weight < MaxWholeDigits)
            {
                value = value * 10 + digit;
            }
            scale = -weight;
            weight--;
        }
        value = scale > 0 ? value * new decimal(1, 0, 0, false, (byte)Math.Min(scale, Decimals)) : Raise(value, -scale);
        return negative ? -value : value;
    }

    static decimal Raise(decimal value, int zeros)
    {
        for (; value != 0 && zeros > 0; zeros--)
        {
            value *= 10;
        }
        return value;
    }

    // Beyond four digits every exponent is equally far out of range.
    static int Exponent(ReadOnlySpan<byte> digits)
    {
        var negative = digits[0] == '-';
        var value = 0;
        foreach (var character in digits)
        {
            if (char.IsAsciiDigit((char)character))
            {
                value = Math.Min(value * 10 + character - '0', 9999);
            }
        }
        return negative ? -value : value;
    }
}
