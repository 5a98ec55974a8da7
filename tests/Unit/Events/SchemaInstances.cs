using System.Globalization;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Records;

namespace Phase1.Unit.Tests.Events;

/// <summary>Values at the borders of a JSON schema: what the schema allows, in the notations that JSON has for it.</summary>
static class SchemaInstances
{
    /// <summary>Each place of the schema with each of its border values; all other places keep those of the sample.</summary>
    public static IEnumerable<(string Place, string Value, string Record)> Of(JsonNode schema, JsonNode sample)
    {
        const string Mark = "\"@@\"";
        foreach (var (place, marked) in Mutations.With(sample, Mark))
        {
            if (At(schema, place) is not { } rule)
            {
                continue;
            }
            var text = marked.ToJsonString();
            foreach (var value in Borders(rule))
            {
                yield return (place, value, text.Replace(Mark, value, StringComparison.Ordinal));
            }
        }
    }

    static IEnumerable<string> Borders(JsonObject rule) =>
        rule["const"] is not null || rule["enum"] is not null ? []
        : Is(rule, "integer") ? Numbers(rule).SelectMany(Notations)
        : Is(rule, "number") ? Numbers(rule).SelectMany(Notations).Append("0.5")
        : rule["format"]?.GetValue<string>() == "date-time" ? Instants
        : rule["format"] is null
        && rule["pattern"]?.GetValue<string>() is var pattern
        && (pattern is null || pattern == ContractLimits.TextPattern)
        && Is(rule, "string")
            ? Texts(rule)
        : [];

    static string[] Instants =>
        [
            "\"1970-01-01T00:00:00Z\"",
            "\"1970-01-01t00:00:00+23:59\"",
            "\"9998-12-31T23:59:59.999999999999Z\"",
            "\"9998-12-31T23:59:59-23:59\"",
            "\"2016-12-31T23:59:60z\"",
            "\"1990-12-31T15:59:60-08:00\"",
            "\"2024-02-29T00:00:00-00:00\"",
        ];

    static IEnumerable<long> Numbers(JsonObject rule) =>
        new[] { rule["minimum"], rule["maximum"] }
            .Where(bound => bound is not null)
            .Select(bound => (long)decimal.Ceiling(decimal.Parse(bound!.ToJsonString(), CultureInfo.InvariantCulture)));

    static string[] Notations(long number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return [text, $"{text}.0", $"{text}e0", number == 0 ? "0e5" : $"{text}0e-1"];
    }

    static IEnumerable<string> Texts(JsonObject rule)
    {
        var (least, most) = (rule["minLength"]?.GetValue<int>() ?? 0, rule["maxLength"]?.GetValue<int>() ?? 100);
        foreach (var letter in new[] { "x", "\U0001F600", "\\u00e5" })
        {
            yield return Repeated(letter, Math.Max(least, 1));
            yield return Repeated(letter, most);
        }
        if (least == 0)
        {
            yield return "\"\"";
        }
        if (rule["pattern"] is null)
        {
            yield return Repeated("\\u0000", Math.Max(least, 1));
            yield return Repeated("\\ud800", Math.Max(least, 1));
        }
    }

    static string Repeated(string letter, int times) => $"\"{string.Concat(Enumerable.Repeat(letter, times))}\"";

    static bool Is(JsonObject rule, string type) =>
        rule["type"] is JsonArray several ? several.Any(one => one!.GetValue<string>() == type) : rule["type"]?.GetValue<string>() == type;

    /// <summary>What the schema says of a place; null within an object of free shape.</summary>
    public static JsonObject? At(JsonNode schema, string place)
    {
        JsonNode? rule = schema;
        foreach (var step in place.Replace("[", ".[", StringComparison.Ordinal).Split('.').Skip(1))
        {
            rule = step[0] == '[' ? rule?["items"] : rule?["properties"]?[step] ?? rule?["additionalProperties"];
        }
        return rule as JsonObject;
    }
}
