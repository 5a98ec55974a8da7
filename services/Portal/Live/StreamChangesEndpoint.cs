using System.Net.ServerSentEvents;
using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Live;

/// <summary>
/// Tells a browser what has changed, as server-sent events: never the content, which the page asks for with its own rights. A browser that comes
/// back asks for all that it shows, so nothing can be missed.
/// </summary>
static class StreamChangesEndpoint
{
    static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/live", HandleAsync).ForPersons().AsksByItself();

    static async Task HandleAsync(
        HttpContext http,
        Person person,
        LiveStreams streams,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        using var stream = streams.Add(person);
        await EventStream.RunAsync(http, clock, (events, ends) => SendAsync(events, stream, clock, ends), cancellationToken);
    }

    static async Task SendAsync(EventStream events, LiveStream stream, TimeProvider clock, CancellationToken cancellationToken)
    {
        var hello = new Hello(clock.GetUtcNow(), Build.Id);
        await events.SendAsync([new SseItem<Hello>(hello, "hello") { ReconnectionInterval = Retry }], cancellationToken);
        while (await HasMoreAsync(events, stream, clock, cancellationToken))
        {
            await events.SendAsync(stream.TakeUnread().Select(change => new SseItem<LiveChange>(change, "changed")), cancellationToken);
        }
    }

    static async Task<bool> HasMoreAsync(EventStream events, LiveStream stream, TimeProvider clock, CancellationToken cancellationToken)
    {
        var more = stream.Changes.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            try
            {
                return await more.WaitAsync(EventStream.Heartbeat, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                await events.KeepAliveAsync(cancellationToken);
            }
        }
    }

    internal sealed record Hello(DateTimeOffset Now, string Build);
}
