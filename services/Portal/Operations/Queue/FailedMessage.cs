using System.Text.Json;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.Queue;

/// <summary>What a ticket says of records that a service has given up, for one reason.</summary>
/// <param name="Consumer">The service.</param>
/// <param name="Topic">Of the records.</param>
/// <param name="ReasonCode">Why.</param>
/// <param name="Count">How many there are.</param>
sealed record FailedMessage(string Consumer, string Topic, string ReasonCode, long Count)
{
    internal const string Sop = "FAILED_MESSAGE";

    /// <summary>Null for a ticket of another kind.</summary>
    internal static FailedMessage? Of(TicketDocument ticket) =>
        ticket.Sop == Sop
            ? new(
                Text(ticket, "consumer"),
                Text(ticket, "topic"),
                Text(ticket, "reason_code"),
                ticket.Metadata.At("count") is { ValueKind: JsonValueKind.Number } count ? count.GetInt64() : 0
            )
            : null;

    static string Text(TicketDocument ticket, string name) =>
        ticket.Metadata.At(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "–";
}
