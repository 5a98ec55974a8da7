using System.Text.Json;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Batches;

/// <summary>What of the teacher's batches waits in Tickets: reviews, and texts without a known author. Nothing where a school does without tickets.</summary>
sealed class OpenMatters(IServiceProvider services, Away away)
{
    internal const string UnknownStudent = "UNKNOWN_STUDENT";

    /// <summary>Of all batches, by their ids.</summary>
    internal Task<ILookup<string, TicketDocument>> OfAllAsync(CancellationToken cancellationToken) => AskAsync("", cancellationToken);

    /// <summary>Of one batch.</summary>
    internal async Task<IReadOnlyList<TicketDocument>> OfAsync(Guid batchId, CancellationToken cancellationToken) =>
        [.. (await AskAsync($"&batch_id={batchId}", cancellationToken))[batchId.ToString()]];

    /// <summary>How many essays a ticket names.</summary>
    internal static int EssaysOf(TicketDocument ticket, string list) =>
        ticket.Metadata.At(list) is { ValueKind: JsonValueKind.Array } essays ? essays.GetArrayLength() : 0;

    async Task<ILookup<string, TicketDocument>> AskAsync(string filter, CancellationToken cancellationToken)
    {
        var none = new ListDocument<TicketDocument>([], null);
        var found = services.GetService<TicketsClient>() is { } tickets
            ? await away.OrAsync(tickets.ListAsync($"type=review,unknown&open=true{filter}", null, cancellationToken), none)
            : none;
        return found.Items.Where(ticket => ticket.CorrelationId is not null).ToLookup(ticket => ticket.CorrelationId!);
    }
}
