using System.Net.ServerSentEvents;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Requests;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Live;

/// <summary>
/// The changes of the caller's tickets as server-sent events. A browser that comes back names the last one it saw (Last-Event-ID) and gets exactly
/// those behind it; one that names none, or one of a database that is no more, gets what comes from now on.
/// </summary>
static class StreamTicketsEndpoint
{
    const string EventType = "ticket_changed";

    const int MostAtOnce = 100;

    static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/tickets/stream", HandleAsync).RequireTicketUser().SendsEvents();

    static async Task HandleAsync(
        HttpContext http,
        Caller caller,
        TicketFeed feed,
        TicketAudience audience,
        StreamPlaces places,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        using var place = places.Take(caller.UserId);
        var now = await feed.NowAsync(cancellationToken);
        var after = EventStream.SeenBy(http.Request, FeedPosition.Read) is { } seen && seen.Transaction <= now.Transaction ? seen : now;
        var filter = audience.FilterFor(caller);
        await EventStream.RunAsync(http, clock, (stream, ends) => SendAsync(stream, feed, filter, after, clock, ends), cancellationToken);
    }

    static async Task SendAsync(
        EventStream stream,
        TicketFeed feed,
        TicketFilter filter,
        FeedPosition after,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        using var turns = new PeriodicTimer(Turn, clock);
        do
        {
            IReadOnlyList<(FeedPosition Position, TicketEvent Event)> found;
            while ((found = await feed.BehindAsync(after, filter, MostAtOnce, cancellationToken)).Count > 0)
            {
                after = found[^1].Position;
                await stream.SendAsync(found.Select(ToItem), cancellationToken);
            }
            await stream.KeepAliveAsync(cancellationToken);
        } while (await turns.WaitForNextTickAsync(cancellationToken));
    }

    static SseItem<TicketEvent> ToItem((FeedPosition Position, TicketEvent Event) row) =>
        new(row.Event, EventType) { EventId = row.Position.ToString() };
}
