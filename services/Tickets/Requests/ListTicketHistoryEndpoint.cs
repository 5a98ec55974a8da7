using System.Globalization;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Requests;

/// <summary>What has happened to a ticket, oldest first.</summary>
static class ListTicketHistoryEndpoint
{
    /// <summary>One change; who and why are null for those who see the ticket's state alone.</summary>
    internal sealed record Item(
        int Seq,
        DateTimeOffset At,
        string? Actor,
        ActorKind ActorKind,
        TicketStatus? FromStatus,
        TicketStatus ToStatus,
        string? FromOwner,
        string ToOwner,
        string? Reason,
        bool OffPolicy,
        Guid? EventId,
        JsonObject? Details
    );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/tickets/{id}/history", HandleAsync).RequireTicketUser().MayAnswer(Problems.TicketNotFound);

    static async Task<Page<Item>> HandleAsync(
        string id,
        PageRequest page,
        Caller caller,
        ITicketStore store,
        TicketRequests requests,
        TicketAudience audience,
        CancellationToken cancellationToken
    )
    {
        var isWhole = audience.SeesWhole(caller, await requests.FindAsync(store, id, caller, cancellationToken));
        var after = page.Cursor is { } cursor ? Read(cursor) : 0;
        var changes = await store.HistoryAsync(id, after, page.Limit + 1, cancellationToken);
        return Page.Of(
            changes,
            page,
            change => ToItem(change, isWhole),
            change => Cursor.Encode(change.Seq.ToString(CultureInfo.InvariantCulture))
        );
    }

    static Item ToItem(TicketChange change, bool isWhole) =>
        new(
            change.Seq,
            change.At,
            isWhole || change.Actor.Kind != ActorKind.Human ? change.Actor.Id : null,
            change.Actor.Kind,
            change.FromStatus,
            change.ToStatus,
            change.FromOwner,
            change.ToOwner,
            isWhole ? change.Reason : null,
            change.OffPolicy,
            change.EventId,
            isWhole ? change.Details : null
        );

    static int Read(string cursor) =>
        Cursor.Decode(cursor, 1) is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? seq
            : throw ProblemException.Validation("cursor", "The cursor is not one that a list has answered.");
}
