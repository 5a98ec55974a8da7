using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Phase1.Events;

/// <summary>What is checked beside the payload's own contract.</summary>
static class EnvelopeCheck
{
    public const int LongestSource = 100;

    public static void Bytes(ReadOnlySpan<byte> body)
    {
        if (body.Length > EnvelopeLimits.MaxBytes)
        {
            throw TooLarge();
        }
        if (!Utf8.IsValid(body))
        {
            throw new ContractViolationException(ViolationCodes.MalformedJson, "no valid UTF-8");
        }
        if (MayHideBadText(body) && StorableJson.FindText(body, EnvelopeLimits.MaxDepth) is { } fault)
        {
            throw Violations.Of(fault);
        }
    }

    public static void Header(EventEnvelope header)
    {
        if (header.SchemaVersion > EventEnvelope.CurrentSchemaVersion)
        {
            throw Unsupported();
        }
        if (header.SchemaVersion < 1)
        {
            throw new ContractViolationException(ViolationCodes.InvalidValue, "schema_version: at least 1");
        }
        if (!IsSource(header.SourceService))
        {
            throw BadSource();
        }
        Identity(header, EventMetadata.UserId);
        Identity(header, EventMetadata.OrgId);
    }

    /// <summary>Writes what is checked of the envelope's own fields into their schemas.</summary>
    public static void Describe(JsonObject fields, string topic)
    {
        SchemaKeywords.Constant(topic)(fields["event_type"]!.AsObject());
        var source = fields["source_service"]!.AsObject();
        if (Topics.IsOpen(topic))
        {
            SchemaKeywords.Length(1, LongestSource)(source);
        }
        else
        {
            source["enum"] = new JsonArray([.. Topics.ProducersOf(topic).Select(name => JsonValue.Create(name))]);
        }
        SchemaKeywords.Range(1, EventEnvelope.CurrentSchemaVersion)(fields["schema_version"]!.AsObject());
        // The serializer does not know that a generic property may not be null.
        fields["data"]!["type"] = "object";
    }

    public static bool IsSource(string? name) => name is { Length: > 0 } && ContractLimits.Characters(name) <= LongestSource;

    public static ContractViolationException TooLarge() => new(ViolationCodes.RecordTooLarge, $"more than {EnvelopeLimits.MaxBytes} bytes");

    public static ContractViolationException BadSource() =>
        new(ViolationCodes.InvalidValue, $"source_service: 1..{LongestSource} characters");

    /// <summary>A record that cannot be read may be of a later version: then that is what is wrong with it.</summary>
    public static ContractViolationException? TooNew(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = EnvelopeLimits.MaxDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isVersion = reader.ValueTextEquals("schema_version"u8);
                reader.Read();
                if (isVersion)
                {
                    return reader.TokenType == JsonTokenType.Number && reader.GetDouble() > EventEnvelope.CurrentSchemaVersion
                        ? Unsupported()
                        : null;
                }
                reader.Skip();
            }
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static ContractViolationException Unsupported() =>
        new(ViolationCodes.UnsupportedSchemaVersion, $"schema_version above {EventEnvelope.CurrentSchemaVersion}");

    // U+0000 and halves of surrogate pairs are valid JSON, but no database keeps them; only escapes can bring them in.
    static bool MayHideBadText(ReadOnlySpan<byte> body) =>
        body.IndexOf("\\u0000"u8) >= 0 || body.IndexOf("\\ud"u8) >= 0 || body.IndexOf("\\uD"u8) >= 0;

    static void Identity(EventEnvelope header, string key)
    {
        if (header.Metadata?.GetValueOrDefault(key) is { } id && !Identities.IsValid(id))
        {
            throw new ContractViolationException(ViolationCodes.InvalidValue, $"metadata.{key}: {Identities.Rule}");
        }
    }
}
