using System.Buffers;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Notifications;

/// <summary>
/// The teacher's notifications as server-sent events. A browser that comes back names the last one it saw (Last-Event-ID) and gets exactly those
/// behind it; one that names none gets what comes from now on.
/// </summary>
static class StreamNotificationsEndpoint
{
    const string LastEventId = "Last-Event-ID";
    const int MostAtOnce = 100;

    // Within this a notification arrives that another process has stored and of which nobody here is told: there is no Redis, or it is away.
    static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    /// <summary>Proxies end a connection that says nothing for long, and a browser that has gone is noticed only when something is sent.</summary>
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    static readonly byte[] Comment = ":\n\n"u8.ToArray();

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/notifications/stream", HandleAsync)
            .RequireTeacher()
            .MayAnswer(Problems.RateLimit)
            .Produces<string>(contentType: "text/event-stream")
            .WithMetadata(new DescribedParameter(ParameterPlace.Header, LastEventId, "The last event that the browser has seen."));

    static async Task HandleAsync(
        HttpRequest request,
        Caller caller,
        IServiceScopeFactory scopes,
        NpgsqlDataSource database,
        NotificationSignal signal,
        NotificationConnections connections,
        IHostApplicationLifetime lifetime,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        using var connection = connections.Open(caller.UserId);
        var feed = new Feed(caller.UserId, scopes, database, clock);
        var after = After(request) ?? await feed.LastAsync(cancellationToken);
        // A stream never ends by itself: the stopping service ends it, and the browser comes back to another one.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var response = request.HttpContext.Response;
        response.ContentType = "text/event-stream";
        try
        {
            // The browser knows at once that it is connected, also while there is nothing to say.
            await response.Body.FlushAsync(ends.Token);
            await SendAsync(feed, after, signal, clock, response.Body, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The browser has gone, or the service stops.
        }
    }

    static async Task SendAsync(
        Feed feed,
        long after,
        NotificationSignal signal,
        TimeProvider clock,
        Stream body,
        CancellationToken cancellationToken
    )
    {
        using var turns = new PeriodicTimer(Turn, clock);
        var turn = turns.WaitForNextTickAsync(cancellationToken).AsTask();
        var quietSince = clock.GetTimestamp();
        while (!cancellationToken.IsCancellationRequested)
        {
            // Taken before looking: what is stored after the look wakes us.
            var woken = signal.Next;
            var found = await feed.BehindAsync(after, cancellationToken);
            if (found.Count > 0)
            {
                after = found[^1].Position!.Value;
                await SseFormatter.WriteAsync(found.Select(Event).ToAsyncEnumerable(), body, Write, cancellationToken);
                await body.FlushAsync(cancellationToken);
                quietSince = clock.GetTimestamp();
                continue;
            }
            if (clock.GetElapsedTime(quietSince) >= Heartbeat)
            {
                await body.WriteAsync(Comment, cancellationToken);
                await body.FlushAsync(cancellationToken);
                quietSince = clock.GetTimestamp();
            }
            await Task.WhenAny(woken, turn);
            turn = turn.IsCompleted ? turns.WaitForNextTickAsync(cancellationToken).AsTask() : turn;
        }
    }

    // Rows of before the rule that types are codes may hold anything, also what would break the stream.
    static SseItem<Dictionary<string, JsonElement>> Event(Notification notification) =>
        new(
            NotificationMessage.Of(notification),
            notification.Type.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') ? notification.Type : "notification"
        )
        {
            EventId = notification.Position!.Value.ToString(CultureInfo.InvariantCulture),
        };

    static void Write(SseItem<Dictionary<string, JsonElement>> item, IBufferWriter<byte> to)
    {
        using var json = new Utf8JsonWriter(to);
        JsonSerializer.Serialize(json, item.Data, Phase1Json.Options);
    }

    static long? After(HttpRequest request) =>
        !request.Headers.TryGetValue(LastEventId, out var header) ? null
        : long.TryParse((string?)header, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position
        : throw ProblemException.Validation(LastEventId, "The id is not one that the stream has sent.");

    sealed class Feed(string teacherId, IServiceScopeFactory scopes, NpgsqlDataSource database, TimeProvider clock)
    {
        internal async Task<long> LastAsync(CancellationToken cancellationToken)
        {
            await NotificationFeed.GivePlacesAsync(database, teacherId, clock.GetUtcNow(), cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ClassManagementDbContext>();
            return await db.Notifications.Of(teacherId).MaxAsync(n => n.Position, cancellationToken) ?? 0;
        }

        internal async Task<IReadOnlyList<Notification>> BehindAsync(long position, CancellationToken cancellationToken)
        {
            await NotificationFeed.GivePlacesAsync(database, teacherId, clock.GetUtcNow(), cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ClassManagementDbContext>();
            return await db
                .Notifications.Of(teacherId)
                .Where(n => n.Position > position)
                .OrderBy(n => n.Position)
                .Take(MostAtOnce)
                .ToListAsync(cancellationToken);
        }
    }
}
