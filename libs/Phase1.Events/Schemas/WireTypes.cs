using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Phase1.Events;

/// <summary>Says in a schema what our converters read and write, which the exporter cannot know.</summary>
static class WireTypes
{
    public static JsonNode Describe(JsonSchemaExporterContext context, JsonNode exported)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var nullable = type != context.TypeInfo.Type || context.PropertyInfo is { IsGetNullable: true };
        if (context.TypeInfo.Options.GetTypeInfo(type).Converter is IWireNaming names)
        {
            return Choice(names.Names, nullable);
        }
        if (type == typeof(Guid))
        {
            return nullable ? Typed("string", nullable, "uuid") : Id();
        }
        if (type == typeof(DateTimeOffset))
        {
            return Instant(nullable);
        }
        if (type == typeof(decimal))
        {
            return Number("number", nullable, ExactDecimalConverter.Largest);
        }
        if (type == typeof(int))
        {
            return Number("integer", nullable, int.MaxValue);
        }
        if (type == typeof(long))
        {
            return Number("integer", nullable, WholeNumbers.Largest);
        }
        if (type == typeof(IReadOnlyList<StudentSuggestion>))
        {
            return List(context.TypeInfo.Options.GetTypeInfo(typeof(StudentSuggestion)).GetJsonSchemaAsNode(EventSchemas.Exporting));
        }
        if (type == typeof(IReadOnlyList<decimal>))
        {
            return Scores();
        }
        if (type == typeof(IReadOnlyList<string>))
        {
            return List(Typed("string", nullable: false));
        }
        if (type == typeof(IReadOnlyDictionary<string, string>))
        {
            return Metadata(nullable);
        }
        if (type == typeof(JsonElement))
        {
            return nullable ? Anything() : new JsonObject();
        }
        if (type == typeof(IReadOnlyDictionary<Guid, long>))
        {
            exported["propertyNames"] = Id();
        }
        // The exporter is silent about entries that one of our converters reads.
        if (context.TypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } entry } && exported["items"] is null)
        {
            exported["items"] = context.TypeInfo.Options.GetTypeInfo(entry).GetJsonSchemaAsNode(EventSchemas.Exporting);
        }
        if (context.TypeInfo is { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } value } && exported["additionalProperties"] is null)
        {
            exported["additionalProperties"] = context.TypeInfo.Options.GetTypeInfo(value).GetJsonSchemaAsNode(EventSchemas.Exporting);
        }
        return exported;
    }

    static JsonObject Typed(string name, bool nullable, string? format = null)
    {
        var schema = new JsonObject { ["type"] = nullable ? new JsonArray(name, "null") : name };
        if (format is not null)
        {
            schema["format"] = format;
        }
        return schema;
    }

    // The all-zero one counts as missing: where one must be there it is refused, elsewhere it is as good as null.
    static JsonObject Id()
    {
        var schema = Typed("string", nullable: false, "uuid");
        SchemaKeywords.Pattern("[1-9A-Fa-f]")(schema);
        return schema;
    }

    static JsonObject Instant(bool nullable)
    {
        var schema = Typed("string", nullable, "date-time");
        SchemaKeywords.Length(0, Instants.MaxLength)(schema);
        SchemaKeywords.Pattern("^(19[7-9][0-9]|[2-8][0-9]{3}|9[0-8][0-9]{2}|99[0-8][0-9]|999[0-8])-")(schema);
        return schema;
    }

    static JsonObject Number(string type, bool nullable, long largest)
    {
        var schema = Typed(type, nullable);
        SchemaKeywords.Range(-largest, largest)(schema);
        return schema;
    }

    static JsonObject Choice(IReadOnlyList<string> names, bool nullable)
    {
        var schema = Typed("string", nullable);
        JsonNode?[] values = [.. names.Select(name => JsonValue.Create(name))];
        schema["enum"] = new JsonArray(nullable ? [.. values, null] : values);
        return schema;
    }

    static JsonObject List(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    static JsonObject Scores()
    {
        var score = Typed("number", nullable: false);
        SchemaKeywords.Range(0, 1)(score);
        var schema = List(score);
        SchemaKeywords.Entries(0, ConfidenceScoresConverter.MostScores)(schema);
        return schema;
    }

    static JsonObject Metadata(bool nullable)
    {
        var schema = Typed("object", nullable);
        schema["properties"] = new JsonObject(
            EventMetadata.Keys.Select(key => KeyValuePair.Create(key, (JsonNode?)Typed("string", nullable: false)))
        );
        ContractLimits.DescribeIdentity(schema["properties"]![EventMetadata.UserId]!.AsObject());
        ContractLimits.DescribeIdentity(schema["properties"]![EventMetadata.OrgId]!.AsObject());
        schema["additionalProperties"] = Typed("string", nullable: false);
        SchemaKeywords.Names(ContractLimits.DescribeText)(schema);
        return schema;
    }

    // Which of the two it must be is for a rule of the contract to say.
    static JsonObject Anything() => new() { ["type"] = new JsonArray("object", "array", "string", "number", "boolean", "null") };
}
