using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Phase1.Events;

/// <summary>Writes envelopes. Every payload also says event_name, entity_type, entity_id and timestamp, where it does not name them itself.</summary>
sealed class EnvelopeWriter : IDisposable
{
    const int KeptCapacity = 64 * 1024;

    static readonly JsonWriterOptions Options = new()
    {
        // The log is no HTML page: letters such as å stay themselves.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = EnvelopeLimits.MaxDepth,
        SkipValidation = true,
    };

    // Buffers live as long as their thread; writing is on the hot path.
    [ThreadStatic]
    static EnvelopeWriter? _current;

    readonly ArrayBufferWriter<byte> _record = new(2048);
    readonly ArrayBufferWriter<byte> _payload = new(1024);
    readonly Utf8JsonWriter _recordJson;
    readonly Utf8JsonWriter _payloadJson;

    EnvelopeWriter()
    {
        _recordJson = new Utf8JsonWriter(_record, Options);
        _payloadJson = new Utf8JsonWriter(_payload, Options);
    }

    public static byte[] Write(FactTopic topic, IFact fact, in EnvelopeStamp stamp)
    {
        var writer = _current ?? new EnvelopeWriter();
        _current = null;
        try
        {
            return writer.Compose(topic, fact, stamp);
        }
        finally
        {
            writer.KeepOrDispose();
        }
    }

    public void Dispose()
    {
        _recordJson.Dispose();
        _payloadJson.Dispose();
    }

    void KeepOrDispose()
    {
        if (_record.Capacity <= KeptCapacity)
        {
            _current = this;
        }
        else
        {
            Dispose();
        }
    }

    byte[] Compose(FactTopic topic, IFact fact, in EnvelopeStamp stamp)
    {
        Start();
        topic.WritePayload(_payloadJson, fact);
        _payloadJson.Flush();

        var json = _recordJson;
        json.WriteStartObject();
        json.WriteString("event_id", Required(stamp.EventId));
        json.WriteString("event_type", topic.Name);
        json.WriteString("event_timestamp", InstantConverter.Checked(stamp.EventTimestamp));
        json.WriteString("source_service", stamp.SourceService);
        json.WriteNumber("schema_version", EventEnvelope.CurrentSchemaVersion);
        json.WriteString("correlation_id", Required(stamp.CorrelationId));
        json.WriteNull("data_schema_uri");
        var key = fact.PartitionKey;
        WriteMetadata(json, fact, key, stamp.Metadata);
        json.WriteStartObject("data");
        WriteCommonFields(json, topic, Entity.Of(fact, key), stamp);
        json.Flush();

        // The payload's own object continues the one that the common fields have opened.
        _record.Write(","u8);
        _record.Write(_payload.WrittenSpan[1..]);
        _record.Write("}"u8);
        return _record.WrittenCount <= EnvelopeLimits.MaxBytes ? _record.WrittenSpan.ToArray() : throw EnvelopeCheck.TooLarge();
    }

    void Start()
    {
        _record.ResetWrittenCount();
        _payload.ResetWrittenCount();
        _recordJson.Reset();
        _payloadJson.Reset();
    }

    static void WriteMetadata(Utf8JsonWriter json, IFact fact, string key, IReadOnlyDictionary<string, string>? metadata)
    {
        json.WriteStartObject("metadata");
        json.WriteString(EventMetadata.PartitionKey, key);
        if (fact.Batch is { } batch)
        {
            json.WriteString(EventMetadata.BatchId, batch);
        }
        if (metadata is not null)
        {
            foreach (var (name, value) in metadata)
            {
                if (name is not (EventMetadata.PartitionKey or EventMetadata.BatchId))
                {
                    json.WriteString(name, value);
                }
            }
        }
        json.WriteEndObject();
    }

    static void WriteCommonFields(Utf8JsonWriter json, FactTopic topic, Entity entity, in EnvelopeStamp stamp)
    {
        json.WriteString("event_name", topic.Name);
        json.WriteString("entity_type", entity.Type);
        if (!topic.NamesEntity)
        {
            json.WriteString("entity_id", entity.Id);
        }
        if (!topic.NamesTimestamp)
        {
            json.WriteString("timestamp", InstantConverter.Checked(stamp.EventTimestamp));
        }
    }

    static Guid Required(Guid id) => id == Guid.Empty ? throw ValueRefusedException.Missing() : id;
}
