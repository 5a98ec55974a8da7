using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.Events;

interface IWireNaming
{
    JsonNamingPolicy Naming { get; }

    IReadOnlyList<string> Names { get; }
}

abstract class WireEnumConverter<T> : JsonConverter<T>, IWireNaming
    where T : struct, Enum
{
    public abstract JsonNamingPolicy Naming { get; }

    public IReadOnlyList<string> Names => WireNames<T>.All;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            throw ValueRefusedException.Missing();
        }
        if (reader.TokenType != JsonTokenType.String || !WireNames<T>.TryRead(ref reader, out var value))
        {
            throw ValueRefusedException.Invalid($"no {typeof(T).Name}");
        }
        return value;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(WireNames<T>.Name(value) ?? throw ValueRefusedException.Invalid($"no {typeof(T).Name}"));
}

sealed class SnakeCaseEnum<T> : WireEnumConverter<T>
    where T : struct, Enum
{
    public override JsonNamingPolicy Naming => JsonNamingPolicy.SnakeCaseLower;
}

sealed class UpperCaseEnum<T> : WireEnumConverter<T>
    where T : struct, Enum
{
    public override JsonNamingPolicy Naming => JsonNamingPolicy.SnakeCaseUpper;
}
