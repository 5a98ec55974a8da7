using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Phase1.Events;

/// <summary>One topic: its name, the type it carries, and how a record of it is read and written.</summary>
abstract class FactTopic(string name, JsonTypeInfo payload, JsonTypeInfo envelope)
{
    public string Name { get; } = name;

    public Type Type { get; } = payload.Type;

    /// <summary>The JSON of the payload alone.</summary>
    public JsonTypeInfo Payload { get; } = payload;

    /// <summary>The JSON of the whole record.</summary>
    public JsonTypeInfo Envelope { get; } = envelope;

    /// <summary>The fields that the payload's contract names, each with its rule in words.</summary>
    public abstract IEnumerable<(string Field, string Rule)> Rules { get; }

    public abstract ParsedEnvelope Read(ReadOnlySpan<byte> body);

    public abstract Breach? Find(IFact fact);

    /// <summary>Writes the contract's rules into the payload's JSON schema.</summary>
    public abstract void Describe(JsonObject payloadSchema);

    public abstract void WritePayload(Utf8JsonWriter writer, IFact fact);

    /// <summary>Whether the payload itself has entity_id.</summary>
    public bool NamesEntity { get; } = Has(payload, "entity_id");

    /// <summary>Whether the payload itself has timestamp.</summary>
    public bool NamesTimestamp { get; } = Has(payload, "timestamp");

    // Nulls are left out when written, so the serializer would not see that one of these is missing.
    readonly JsonPropertyInfo[] _mustBeThere =
    [
        .. payload.Properties.Where(property => property is { IsRequired: true, PropertyType.IsValueType: false }),
    ];

    public string? MissingIn(IFact fact)
    {
        foreach (var property in _mustBeThere)
        {
            if (property.Get!(fact) is null)
            {
                return property.Name;
            }
        }
        return null;
    }

    static bool Has(JsonTypeInfo payload, string field) => payload.Properties.Any(property => property.Name == field);
}

sealed class FactTopic<T>(
    string name,
    JsonTypeInfo<T> payload,
    JsonTypeInfo<EventEnvelope<T>> envelope,
    Contract<T> contract,
    Func<T, T>? complete = null
) : FactTopic(name, payload, envelope)
    where T : class, IFact
{
    public override IEnumerable<(string Field, string Rule)> Rules => contract.Rules.Select(rule => (rule.Field, rule.Text));

    public override ParsedEnvelope Read(ReadOnlySpan<byte> body)
    {
        var read = JsonSerializer.Deserialize(body, envelope) ?? throw ValueRefusedException.Missing();
        // The serializer does not know that a generic property may not be null.
        if (read.Data is null)
        {
            throw new ContractViolationException(ViolationCodes.MissingField, "Missing data");
        }
        if (complete is not null)
        {
            read = read with { Data = complete(read.Data) };
        }
        return new ParsedEnvelope(read, read.Data);
    }

    public override Breach? Find(IFact fact) => contract.Find((T)fact);

    public override void Describe(JsonObject payloadSchema) => contract.Describe(payloadSchema);

    public override void WritePayload(Utf8JsonWriter writer, IFact fact) =>
        JsonSerializer.Serialize(writer, (T)fact, (JsonTypeInfo<T>)Payload);
}
