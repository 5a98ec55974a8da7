using System.Text.Json;
using Phase1.Demo.Ledger;
using Phase1.Events;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Load.Ledger;

/// <summary>The whole log as the ledger reads it: whichever log it is, only JSON.</summary>
static class LoggedFacts
{
    internal static async Task<IReadOnlyList<LoggedRecord>> ReadAsync(ILogSource log, CancellationToken cancellationToken) =>
        [.. (await log.ReadAsync([.. Topics.All], cancellationToken)).Select(Read)];

    static LoggedRecord Read(LogRecord record)
    {
        using var envelope = JsonDocument.Parse(record.Body);
        var fact = envelope.RootElement;
        var data = fact.GetProperty("data");
        var metadata = fact.TryGetProperty("metadata", out var some) ? some : default;
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

    static string? Text(JsonElement place, string name) =>
        place.ValueKind == JsonValueKind.Object && place.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    static Guid? Id(JsonElement place, string name) => Guid.TryParse(Text(place, name), out var id) ? id : null;
}
