using System.Net.ServerSentEvents;
using System.Text.Json;
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
    const string LastEventId = "Last-Event-ID";

    const string EventType = "ticket_changed";

    const int MostAtOnce = 100;

    static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    /// <summary>Proxies end a connection that says nothing for long, and a browser that has gone is noticed only when something is sent.</summary>
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    static readonly byte[] Comment = ":\n\n"u8.ToArray();

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/tickets/stream", HandleAsync)
            .RequireTicketUser()
            .MayAnswer(Problems.RateLimit)
            .Produces<string>(contentType: "text/event-stream")
            .WithMetadata(new DescribedParameter(ParameterPlace.Header, LastEventId, "The last event that the browser has seen."));

    static async Task HandleAsync(
        HttpContext http,
        Caller caller,
        TicketFeed feed,
        TicketAudience audience,
        StreamConnections connections,
        IHostApplicationLifetime lifetime,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        using var connection = connections.Open(caller.UserId);
        var now = await feed.NowAsync(cancellationToken);
        var after = After(http.Request) is { } seen && seen.Transaction <= now.Transaction ? seen : now;
        // A stream never ends by itself: the stopping service ends it, and the browser comes back to another one.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        try
        {
            // The browser knows at once that it is connected, also while there is nothing to say.
            await http.Response.Body.FlushAsync(ends.Token);
            await SendAsync(feed, audience.FilterFor(caller), after, clock, http.Response.Body, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The browser has gone, or the service stops.
        }
    }

    static async Task SendAsync(
        TicketFeed feed,
        TicketFilter filter,
        FeedPosition after,
        TimeProvider clock,
        Stream body,
        CancellationToken cancellationToken
    )
    {
        using var turns = new PeriodicTimer(Turn, clock);
        var quietSince = clock.GetTimestamp();
        do
        {
            IReadOnlyList<(FeedPosition Position, TicketEvent Event)> found;
            while ((found = await feed.BehindAsync(after, filter, MostAtOnce, cancellationToken)).Count > 0)
            {
                after = found[^1].Position;
                await SseFormatter.WriteAsync(found.Select(ToItem).ToAsyncEnumerable(), body, Write, cancellationToken);
                await body.FlushAsync(cancellationToken);
                quietSince = clock.GetTimestamp();
            }
            if (clock.GetElapsedTime(quietSince) >= Heartbeat)
            {
                await body.WriteAsync(Comment, cancellationToken);
                await body.FlushAsync(cancellationToken);
                quietSince = clock.GetTimestamp();
            }
        } while (await turns.WaitForNextTickAsync(cancellationToken));
    }

    static SseItem<TicketEvent> ToItem((FeedPosition Position, TicketEvent Event) row) =>
        new(row.Event, EventType) { EventId = row.Position.ToString() };

    static void Write(SseItem<TicketEvent> item, System.Buffers.IBufferWriter<byte> to)
    {
        using var json = new Utf8JsonWriter(to);
        JsonSerializer.Serialize(json, item.Data, Phase1Json.Options);
    }

    static FeedPosition? After(HttpRequest request) =>
        !request.Headers.TryGetValue(LastEventId, out var header) ? null
        : FeedPosition.TryParse((string?)header, out var position) ? position
        : throw ProblemException.Validation(LastEventId, "The id is not one that the stream has sent.");
}
