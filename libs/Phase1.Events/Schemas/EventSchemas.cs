using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Phase1.Events;

/// <summary>
/// The JSON Schemas (2020-12) of the records, for producers and consumers in any language. They come from the types and the rules that records
/// are checked by. Fields that a schema does not name are allowed: readers ignore them.
/// </summary>
public static class EventSchemas
{
    /// <summary>The dialect that the schemas are written in.</summary>
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    static readonly string[] Narrower = ["pattern", "enum", "const", "format"];

    internal static JsonSchemaExporterOptions Exporting { get; } =
        new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = WireTypes.Describe };

    /// <summary>The schema of a topic's records: the envelope with its payload. It is the caller's own.</summary>
    /// <param name="topic">One of <see cref="Topics.All"/>.</param>
    /// <exception cref="ArgumentException">The topic is not in the catalogue.</exception>
    public static JsonObject Of(string topic)
    {
        var known = FactTopics.Find(topic) ?? throw new ArgumentException("No topic of the catalogue.", nameof(topic));
        var envelope = known.Envelope.GetJsonSchemaAsNode(Exporting).AsObject();
        var fields = envelope["properties"]!.AsObject();
        EnvelopeCheck.Describe(fields, topic);
        known.Describe(fields["data"]!.AsObject());
        // As it stands in a record: last.
        var payload = fields["data"];
        fields.Remove("data");
        fields.Add("data", payload);

        var schema = new JsonObject
        {
            ["$schema"] = Dialect,
            ["$id"] = $"urn:phase1:schema:{topic}",
            ["title"] = known.Type.Name,
            ["description"] = "Texts and names, wherever they stand, are whole Unicode without U+0000.",
        };
        foreach (var (keyword, value) in envelope)
        {
            schema[keyword] = value?.DeepClone();
        }
        DescribeTexts(schema);
        return schema;
    }

    /// <summary>A text, wherever it stands, is one that every reader keeps; where a schema says more about it, that says this too.</summary>
    static void DescribeTexts(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                DescribeTexts(item);
            }
        }
        if (node is not JsonObject schema)
        {
            return;
        }
        foreach (var (_, part) in schema.ToList())
        {
            DescribeTexts(part);
        }
        if (IsText(schema) && !Narrower.Any(schema.ContainsKey))
        {
            ContractLimits.DescribeText(schema);
        }
    }

    static bool IsText(JsonObject schema) =>
        schema["type"] switch
        {
            JsonValue one => one.GetValueKind() == JsonValueKind.String && one.GetValue<string>() == "string",
            JsonArray several => several.Any(one => one!.GetValue<string>() == "string"),
            _ => false,
        };
}
