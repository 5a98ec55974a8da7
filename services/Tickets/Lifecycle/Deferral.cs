using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Events;

namespace Phase1.Tickets.Lifecycle;

/// <summary>The keys of the metadata that hold work back, and what they mean.</summary>
static class Deferral
{
    internal const string Until = "deferred_until";

    internal const string Reason = "deferred_reason";

    internal const string At = "deferred_at";

    internal const string AwaitsHuman = "awaiting_human_response";

    // What goes when the ticket is deferred no longer.
    static readonly string[] Holding = [Until, AwaitsHuman];

    /// <summary>Whether nothing but a person's answer goes on with it.</summary>
    internal static bool AwaitsPerson(JsonObject metadata) =>
        metadata[AwaitsHuman] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>The text of the instant as it was given; null where there is none.</summary>
    internal static string? UntilText(JsonObject metadata) =>
        metadata[Until] switch
        {
            null => null,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            var other => other.ToJsonString(),
        };

    /// <summary>Reads an instant; one without an offset is UTC.</summary>
    internal static bool TryRead(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out instant
        );

    /// <summary>When a ticket with this status and metadata wakes by itself; null where it does not.</summary>
    internal static DateTimeOffset? WakeAt(TicketStatus status, JsonObject metadata) =>
        status == TicketStatus.Deferred && !AwaitsPerson(metadata) && UntilText(metadata) is { } text && TryRead(text, out var instant)
            ? instant
            : null;

    /// <summary>Takes away what holds work back, and answers what it was: the history keeps it.</summary>
    internal static JsonObject Lift(JsonObject metadata)
    {
        JsonObject lifted = [];
        foreach (var key in Holding.Where(metadata.ContainsKey))
        {
            lifted[key] = metadata[key]?.DeepClone();
            metadata.Remove(key);
        }
        return lifted;
    }
}
