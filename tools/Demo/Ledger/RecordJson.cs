using System.Text.Json;
using Phase1.Events;
using Phase1.Messaging.Log;

namespace Phase1.Demo.Ledger;

/// <summary>What the ledger wants to know of a record, read as nothing but JSON, past the code under test.</summary>
static class RecordJson
{
    internal static LoggedRecord Read(LogRecord record)
    {
        using var envelope = JsonDocument.Parse(record.Body);
        var fact = envelope.RootElement;
        var (data, metadata) = (Part(fact, "data"), Part(fact, "metadata"));
        return new(
            record.Topic,
            fact.GetProperty("event_id").GetGuid(),
            fact.GetProperty("event_timestamp").GetDateTimeOffset(),
            fact.GetProperty("source_service").GetString()!,
            fact.GetProperty("correlation_id").GetGuid(),
            Id(metadata, EventMetadata.CausationId),
            Id(metadata, EventMetadata.BatchId),
            Text(data, "from_status"),
            Text(data, "to_status"),
            Id(data, "file_upload_id"),
            Text(data, "text_storage_id")
        );
    }

    static JsonElement? Part(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } whole && whole.TryGetProperty(name, out var part) ? part : null;

    static string? Text(JsonElement? of, string name) =>
        Part(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    static Guid? Id(JsonElement? of, string name) => Guid.TryParse(Text(of, name), out var id) ? id : null;
}
