using System.Text.Json;

namespace Phase1.Events;

/// <summary>Thrown by our converters: the serializer adds the field's path, the reason is ours and free of values.</summary>
sealed class ValueRefusedException(string reasonCode, string reason) : JsonException(reason)
{
    public string ReasonCode { get; } = reasonCode;

    public static ValueRefusedException Missing() => new(ViolationCodes.MissingField, "required");

    public static ValueRefusedException Invalid(string reason) => new(ViolationCodes.InvalidValue, reason);
}
