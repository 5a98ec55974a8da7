using System.Text.Json.Nodes;

namespace Phase1.Tests.Infrastructure.Records;

/// <summary>A record with one value replaced by another, for every value and a choice of others.</summary>
public static class Mutations
{
    static readonly string[] Others =
    [
        "null",
        "true",
        "-1",
        "0",
        "501",
        "1.5",
        "\"\"",
        "\"text\"",
        "\"a b\"",
        "\"a\\u0000b\"",
        $"\"{new string('x', 3000)}\"",
        "[]",
        "[null]",
        "{}",
    ];

    public static IEnumerable<(string Path, JsonNode Record)> Of(JsonNode record) => Others.SelectMany(other => With(record, other));

    /// <summary>The record with one value replaced by another, for every value.</summary>
    public static IEnumerable<(string Path, JsonNode Record)> With(JsonNode record, string other)
    {
        foreach (var place in Places(record, "$", []))
        {
            var broken = record.DeepClone();
            var owner = place.Steps[..^1].Aggregate(broken, Child);
            Replace(owner, place.Steps[^1], JsonNode.Parse(other));
            yield return (place.Path, broken);
        }
    }

    static IEnumerable<(string Path, object[] Steps)> Places(JsonNode? node, string path, object[] steps)
    {
        if (steps.Length > 0)
        {
            yield return (path, steps);
        }
        var children = node switch
        {
            JsonObject owner => owner.Select(field => (Path: $"{path}.{field.Key}", Step: (object)field.Key, field.Value)),
            JsonArray list => list.Select((item, index) => (Path: $"{path}[{index}]", Step: (object)index, Value: item)),
            _ => [],
        };
        foreach (var child in children.SelectMany(child => Places(child.Value, child.Path, [.. steps, child.Step])))
        {
            yield return child;
        }
    }

    static JsonNode Child(JsonNode node, object step) => (step is int index ? node[index] : node[(string)step])!;

    static void Replace(JsonNode owner, object step, JsonNode? value)
    {
        if (step is int index)
        {
            owner[index] = value;
        }
        else
        {
            owner[(string)step] = value;
        }
    }
}
