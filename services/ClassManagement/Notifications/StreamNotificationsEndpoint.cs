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
    const int MostAtOnce = 100;

    // Within this a notification arrives that another process has stored and of which nobody here is told: there is no Redis, or it is away.
    static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/notifications/stream", HandleAsync).RequireTeacher().SendsEvents();

    static async Task HandleAsync(
        HttpContext http,
        Caller caller,
        IServiceScopeFactory scopes,
        NpgsqlDataSource database,
        NotificationSignal signal,
        StreamPlaces places,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        using var place = places.Take(caller.UserId);
        var feed = new Feed(caller.UserId, scopes, database, clock);
        var after = EventStream.SeenBy(http.Request, PositionOf) ?? await feed.LastAsync(cancellationToken);
        await EventStream.RunAsync(http, clock, (stream, ends) => SendAsync(stream, feed, after, signal, clock, ends), cancellationToken);
    }

    static async Task SendAsync(
        EventStream stream,
        Feed feed,
        long after,
        NotificationSignal signal,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        using var turns = new PeriodicTimer(Turn, clock);
        var turn = turns.WaitForNextTickAsync(cancellationToken).AsTask();
        while (!cancellationToken.IsCancellationRequested)
        {
            // Taken before looking: what is stored after the look wakes us.
            var woken = signal.Next;
            var found = await feed.BehindAsync(after, cancellationToken);
            if (found.Count > 0)
            {
                after = found[^1].Position!.Value;
                await stream.SendAsync(found.Select(Event), cancellationToken);
                continue;
            }
            await stream.KeepAliveAsync(cancellationToken);
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

    static long? PositionOf(string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;

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
