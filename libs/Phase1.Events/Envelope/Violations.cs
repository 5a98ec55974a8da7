using System.Text.Json;
using System.Text.RegularExpressions;

namespace Phase1.Events;

/// <summary>Says what the serializer refused, and at which path, without any value of the record.</summary>
static partial class Violations
{
    // The keys of these maps are values of the record, so a path ends before them.
    static readonly string[] Maps = ["metadata", "details", "payload", "error_categories", "roster_versions", "processing_metadata"];

    /// <summary>A value that no database keeps.</summary>
    public static ContractViolationException Of(JsonFault fault) =>
        new(ViolationCodes.InvalidValue, $"{Field(fault.Path.Length == 0 ? null : fault.Path)}: {fault.Reason}");

    public static string At(long position) => $"no valid JSON at byte {position}";

    public static ContractViolationException Of(JsonException violation)
    {
        // The reader's own errors are wrapped; they quote characters of the record, hence our words.
        if (violation.InnerException is JsonException inner)
        {
            return new ContractViolationException(ViolationCodes.MalformedJson, At(inner.BytePositionInLine ?? 0));
        }

        var field = Field(violation.Path);
        if (violation is ValueRefusedException refused)
        {
            return refused.ReasonCode == ViolationCodes.MissingField
                ? Missing([field])
                : new(refused.ReasonCode, $"{field}: {refused.Message}");
        }
        if (violation.Message.Contains("missing required properties", StringComparison.Ordinal))
        {
            return Missing([.. MissingNames(violation.Message).Select(name => Join(field, name))]);
        }
        return violation.Message.Contains("null values", StringComparison.Ordinal)
            ? Missing([field])
            : new ContractViolationException(ViolationCodes.InvalidValue, $"{field}: wrong type");
    }

    /// <summary>The same for a fact of ours that cannot be written; the serializer then tells C# names.</summary>
    public static ContractViolationException OfWriting(JsonException violation)
    {
        var field = violation.Path is { Length: > 2 } path
            ? Field("$.data." + JsonNamingPolicy.SnakeCaseLower.ConvertName(path[2..]))
            : "data";
        if (violation is ValueRefusedException { ReasonCode: ViolationCodes.InvalidValue } refused)
        {
            return new ContractViolationException(refused.ReasonCode, $"{field}: {refused.Message}");
        }
        return Missing([field]);
    }

    static ContractViolationException Missing(IReadOnlyList<string> fields) =>
        fields.Any(field => field is "data.entity_id" or "data.batch_id")
            ? new(ViolationCodes.MissingField, "Missing batch_id")
            : new(ViolationCodes.MissingField, $"Missing {string.Join(", ", fields)}");

    static string Field(string? path)
    {
        if (path is null or "$")
        {
            return "envelope";
        }
        var field = path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;
        foreach (var map in Maps)
        {
            var at = field.IndexOf(map, StringComparison.Ordinal);
            if (at >= 0)
            {
                return field[..(at + map.Length)];
            }
        }
        return FieldPath().IsMatch(field) ? field : "unnamed field";
    }

    static string Join(string parent, string name) => parent == "envelope" ? name : $"{parent}.{name}";

    static IEnumerable<string> MissingNames(string message) =>
        QuotedName()
            .Matches(message[message.IndexOf("including:", StringComparison.Ordinal)..])
            .Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^[a-z0-9_.\[\]]+$", RegexOptions.NonBacktracking)]
    private static partial Regex FieldPath();

    [GeneratedRegex("'(?<name>[a-z0-9_]+)'", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedName();
}
