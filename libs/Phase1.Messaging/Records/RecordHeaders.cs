using System.Buffers;
using System.Text.Json;
using Phase1.Events;

namespace Phase1.Messaging.Records;

/// <summary>The headers of a record, as one JSON object in UTF-8: copies of envelope fields, for tools that look at the log without reading bodies.</summary>
static class RecordHeaders
{
    const int UsualBytes = 512;

    // They live as long as their thread; every event has headers.
    [ThreadStatic]
    static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    static Utf8JsonWriter? _json;

    public static byte[] Of(EventEnvelope envelope) =>
        Of(
            new EnvelopeStamp(envelope.EventId, envelope.EventTimestamp, envelope.SourceService, envelope.CorrelationId, envelope.Metadata),
            envelope.EventType
        );

    public static byte[] Of(EnvelopeStamp stamp, string topic)
    {
        var buffer = _buffer ??= new(UsualBytes);
        buffer.ResetWrittenCount();
        var json = _json ??= new(buffer);
        json.Reset();
        json.WriteStartObject();
        json.WriteString("event_id", stamp.EventId);
        json.WriteString("event_type", topic);
        json.WriteString("correlation_id", stamp.CorrelationId);
        json.WriteString("schema_version", "1");
        json.WriteString("source_service", stamp.SourceService);
        json.WriteString("occurred_at", stamp.EventTimestamp.UtcDateTime);
        json.WriteString("content_type", "application/json");
        Copy(json, stamp, EventMetadata.TraceParent);
        Copy(json, stamp, EventMetadata.TraceState);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    static void Copy(Utf8JsonWriter json, EnvelopeStamp stamp, string key)
    {
        if (stamp.Metadata?.GetValueOrDefault(key) is { } value)
        {
            json.WriteString(key, value);
        }
    }
}
