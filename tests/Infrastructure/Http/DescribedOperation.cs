using System.Text.Json.Nodes;
using Phase1.Tests.Infrastructure.Schemas;

namespace Phase1.Tests.Infrastructure.Http;

/// <summary>One method of one route and its answers.</summary>
public sealed class DescribedOperation(string name, JsonNode operation, JsonNode document)
{
    const string References = "#/components/schemas/";

    readonly JsonObject _answers = operation["responses"]!.AsObject();
    readonly Dictionary<int, JsonNode?> _schemas = [];

    public bool Describes(int status) => _answers.ContainsKey($"{status}");

    /// <summary>What is wrong with a body, each with its place; empty when it fits.</summary>
    public IReadOnlyList<string> Faults(int status, JsonNode? body)
    {
        lock (_schemas)
        {
            if (!_schemas.TryGetValue(status, out var schema))
            {
                _schemas[status] = schema = _answers[$"{status}"]!["content"]?["application/json"]?["schema"] is { } described
                    ? Closed(described)
                    : null;
            }
            return schema is null ? ["the description has no body"] : SchemaValidator.Faults(schema, body);
        }
    }

    public override string ToString() => name;

    // With what it refers to in its place. A property that the description does not name is an error, too.
    JsonNode Closed(JsonNode schema) =>
        schema switch
        {
            JsonObject described when described["$ref"]?.GetValue<string>() is { } reference => Closed(
                document["components"]!["schemas"]![reference[References.Length..]]!
            ),
            JsonObject described => Closed(described),
            JsonArray several => new JsonArray([.. several.Select(one => one is null ? null : Closed(one))]),
            _ => schema.DeepClone(),
        };

    JsonObject Closed(JsonObject described)
    {
        var closed = new JsonObject(
            described.Select(rule => KeyValuePair.Create(rule.Key, rule.Value is null ? null : Closed(rule.Value)))
        );
        if (described.ContainsKey("properties"))
        {
            closed.TryAdd("additionalProperties", false);
        }
        return closed;
    }
}
