using System.Text.Json.Nodes;

namespace Phase1.Events;

/// <summary>What a rule adds to the JSON schema of its field.</summary>
static class SchemaKeywords
{
    /// <summary>Without a bound of its own a number has that of its type.</summary>
    public static Action<JsonObject> Range(decimal least, long? most = null) =>
        schema =>
        {
            schema["minimum"] = least;
            if (most is not null)
            {
                schema["maximum"] = most;
            }
        };

    public static Action<JsonObject> Length(int shortest, int longest) =>
        schema =>
        {
            if (shortest > 0)
            {
                schema["minLength"] = shortest;
            }
            schema["maxLength"] = longest;
        };

    public static Action<JsonObject> Pattern(string pattern) => schema => schema["pattern"] = pattern;

    public static Action<JsonObject> Entries(int least, int most) =>
        schema =>
        {
            if (least > 0)
            {
                schema["minItems"] = least;
            }
            schema["maxItems"] = most;
        };

    public static Action<JsonObject> MostFields(int most) => schema => schema["maxProperties"] = most;

    /// <summary>For the names of a map.</summary>
    public static Action<JsonObject> Names(Action<JsonObject> describe) =>
        schema =>
        {
            if (schema["propertyNames"] is null)
            {
                schema["propertyNames"] = new JsonObject();
            }
            describe(schema["propertyNames"]!.AsObject());
        };

    public static Action<JsonObject> Unique => schema => schema["uniqueItems"] = true;

    public static Action<JsonObject> IsObject =>
        schema => schema["type"] = schema["type"] is JsonArray ? new JsonArray("object", "null") : "object";

    public static Action<JsonObject> Constant(JsonNode? value) =>
        schema =>
        {
            schema.Remove("enum");
            schema["const"] = value?.DeepClone();
        };

    public static Action<JsonObject> OneOf(IEnumerable<string> values)
    {
        string[] names = [.. values];
        return schema => schema["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name)]);
    }

    /// <summary>For the values of a map.</summary>
    public static Action<JsonObject> Values(Action<JsonObject> describe) =>
        schema => describe(schema["additionalProperties"]?.AsObject() ?? throw new InvalidOperationException("The field is no map."));

    /// <summary>For the entries of a list.</summary>
    public static Action<JsonObject> Items(Action<JsonObject> describe) =>
        schema => describe(schema["items"]?.AsObject() ?? throw new InvalidOperationException("The field is no list."));

    /// <summary>What a schema has no keyword for is told in words.</summary>
    public static Action<JsonObject> Words(string text) =>
        schema => schema["description"] = schema["description"] is { } before ? $"{before}; {text}" : text;
}
