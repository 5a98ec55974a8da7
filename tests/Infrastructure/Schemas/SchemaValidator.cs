using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Phase1.Tests.Infrastructure.Schemas;

/// <summary>
/// Validates JSON against the keywords of JSON Schema 2020-12 that our schemas and OpenAPI descriptions use; any other keyword is an error, not a rule that nobody
/// checks.
/// </summary>
public static partial class SchemaValidator
{
    static readonly HashSet<string> Annotations = ["$schema", "$id", "title", "description", "default"];

    /// <summary>What is wrong, each with its place; empty when the value is valid.</summary>
    public static IReadOnlyList<string> Faults(JsonNode schema, JsonNode? value)
    {
        var faults = new List<string>();
        Check(schema, value, "$", faults);
        return faults;
    }

    static void Check(JsonNode schema, JsonNode? value, string at, List<string> faults)
    {
        foreach (var (keyword, rule) in schema.AsObject())
        {
            var holds = Annotations.Contains(keyword) || Holds(keyword, rule, value, schema.AsObject(), at, faults);
            if (!holds)
            {
                faults.Add($"{at}: {keyword}");
            }
        }
    }

    static bool Holds(string keyword, JsonNode? rule, JsonNode? value, JsonObject schema, string at, List<string> faults) =>
        keyword switch
        {
            "type" => Types(rule!).Any(type => IsOf(type, value)),
            "const" => JsonNode.DeepEquals(rule, value),
            "oneOf" => rule!.AsArray().Count(choice => Faults(choice!, value).Count == 0) == 1,
            "enum" => rule!.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)),
            "properties" => EachProperty(rule!.AsObject(), value, at, faults),
            "required" => value is not JsonObject owner || rule!.AsArray().All(name => owner.ContainsKey(name!.GetValue<string>())),
            "additionalProperties" => EachOther(rule!, schema, value, at, faults),
            "propertyNames" => EachName(rule!, value, at, faults),
            "items" => EachItem(rule!, value, at, faults),
            "minItems" => value is not JsonArray list || list.Count >= rule!.GetValue<long>(),
            "maxItems" => value is not JsonArray list || list.Count <= rule!.GetValue<long>(),
            "uniqueItems" => value is not JsonArray list || list.Distinct(Equal).Count() == list.Count,
            "maxProperties" => value is not JsonObject owner || owner.Count <= rule!.GetValue<long>(),
            "minLength" => Text(value) is not { } text || Length(text) >= rule!.GetValue<long>(),
            "maxLength" => Text(value) is not { } text || Length(text) <= rule!.GetValue<long>(),
            "pattern" => Text(value) is not { } text || Regex.IsMatch(text, rule!.GetValue<string>(), RegexOptions.None, Patience),
            "format" => Text(value) is not { } text || IsFormatted(rule!.GetValue<string>(), text),
            "minimum" => Number(value) is not { } number || number >= Number(rule),
            "maximum" => Number(value) is not { } number || number <= Number(rule),
            "exclusiveMinimum" => Number(value) is not { } number || number > Number(rule),
            "exclusiveMaximum" => Number(value) is not { } number || number < Number(rule),
            _ => throw new NotSupportedException($"{at} uses {keyword}, which nothing here checks."),
        };

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    static IEqualityComparer<JsonNode?> Equal { get; } =
        EqualityComparer<JsonNode?>.Create(JsonNode.DeepEquals, node => node?.ToJsonString().Length ?? 0);

    static bool EachProperty(JsonObject schemas, JsonNode? value, string at, List<string> faults)
    {
        foreach (var (name, schema) in schemas)
        {
            if (value is JsonObject owner && owner.TryGetPropertyValue(name, out var property))
            {
                Check(schema!, property, $"{at}.{name}", faults);
            }
        }
        return true;
    }

    static bool EachOther(JsonNode schema, JsonObject owner, JsonNode? value, string at, List<string> faults)
    {
        var named = owner["properties"] as JsonObject;
        foreach (var (name, property) in value as JsonObject ?? [])
        {
            if (named?.ContainsKey(name) == true)
            {
                continue;
            }
            if (schema.GetValueKind() == JsonValueKind.False)
            {
                faults.Add($"{at}.{name}: additionalProperties");
            }
            else
            {
                Check(schema, property, $"{at}.{name}", faults);
            }
        }
        return true;
    }

    static bool EachName(JsonNode schema, JsonNode? value, string at, List<string> faults)
    {
        foreach (var (name, _) in value as JsonObject ?? [])
        {
            Check(schema, JsonValue.Create(name), at, faults);
        }
        return true;
    }

    static bool EachItem(JsonNode schema, JsonNode? value, string at, List<string> faults)
    {
        foreach (var (index, item) in (value as JsonArray ?? []).Index())
        {
            Check(schema, item, $"{at}[{index}]", faults);
        }
        return true;
    }

    static IEnumerable<string> Types(JsonNode rule) =>
        rule is JsonArray several ? several.Select(type => type!.GetValue<string>()) : [rule.GetValue<string>()];

    static bool IsOf(string type, JsonNode? value) =>
        type switch
        {
            "null" => value is null,
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => Text(value) is not null,
            "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            "number" => Number(value) is not null,
            "integer" => Number(value) is { } number && decimal.IsInteger(number),
            _ => throw new NotSupportedException(type),
        };

    static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    static decimal? Number(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number
            ? decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;

    static long Length(string text) => text.EnumerateRunes().Count();

    static bool IsFormatted(string format, string text) =>
        format switch
        {
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "date-time" => IsInstant(text),
            "uri" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
            _ => throw new NotSupportedException(format),
        };

    // RFC 3339: a day of the calendar, a time that may be a leap second, an offset.
    static bool IsInstant(string text) =>
        Instant().Match(text) is { Success: true, Groups: var parts }
        && DateOnly.TryParseExact(parts["day"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && (parts["second"].Value != "60" || Utc(parts) == LastMinute);

    const int LastMinute = (24 * 60) - 1;

    static int Utc(GroupCollection parts)
    {
        var east =
            parts["sign"].Length == 0
                ? 0
                : (Number(parts["east"]) * 60 + Number(parts["eastMinute"])) * (parts["sign"].Value == "-" ? -1 : 1);
        return (Number(parts["hour"]) * 60 + Number(parts["minute"]) - east + 24 * 60) % (24 * 60);
    }

    static int Number(Group part) => int.Parse(part.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<day>\d{4}-\d\d-\d\d)[Tt](?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d):(?<second>[0-5]\d|60)(\.\d+)?([Zz]|(?<sign>[+-])(?<east>[01]\d|2[0-3]):(?<eastMinute>[0-5]\d))$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Instant();
}
