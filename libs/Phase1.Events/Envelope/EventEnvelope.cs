using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>The envelope without its payload: all that delivery needs to know.</summary>
public record EventEnvelope
{
    /// <summary>The only schema version that is written, and the highest that is read.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Minted once, when the fact is recorded; every publication carries it.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The topic's name.</summary>
    public required string EventType { get; init; }

    /// <summary>When the fact was recorded, UTC.</summary>
    public required DateTimeOffset EventTimestamp { get; init; }

    /// <summary>Who recorded it, 1..100 characters: one of those that may (<see cref="Topics.MayProduce"/>).</summary>
    public required string SourceService { get; init; }

    /// <summary>Version of envelope and payload.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The chain this record belongs to, copied from its cause.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>Reserved; null.</summary>
    public string? DataSchemaUri { get; init; }

    /// <summary>See <see cref="EventMetadata"/>.</summary>
    [JsonConverter(typeof(MetadataConverter))]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>An envelope with its payload.</summary>
/// <typeparam name="T">The payload's type.</typeparam>
public sealed record EventEnvelope<T> : EventEnvelope
    where T : class, IFact
{
    /// <summary>The payload.</summary>
    public required T Data { get; init; }
}
