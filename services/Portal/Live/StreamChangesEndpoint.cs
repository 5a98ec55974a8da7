using System.Buffers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
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
    /// <summary>Proxies end a connection that says nothing for long, and a browser that has gone is noticed only when something is sent.</summary>
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/live", HandleAsync).ForPersons().AsksByItself();

    static async Task HandleAsync(
        HttpContext http,
        Person person,
        LiveStreams streams,
        TimeProvider clock,
        IHostApplicationLifetime lifetime,
        CancellationToken cancellationToken
    )
    {
        using var stream = streams.Add(person);
        // The stopping service ends it too, and the browser comes back to another one.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        try
        {
            await SseFormatter.WriteAsync(
                EventsAsync(stream, clock, http.Response.Body, ends.Token),
                http.Response.Body,
                Write,
                ends.Token
            );
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The browser has gone, or the service stops.
        }
    }

    static async IAsyncEnumerable<SseItem<object>> EventsAsync(
        LiveStream stream,
        TimeProvider clock,
        Stream body,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        yield return new(new Hello(clock.GetUtcNow(), Build.Id), "hello") { ReconnectionInterval = Retry };
        while (true)
        {
            await body.FlushAsync(cancellationToken);
            if (!await HasMoreAsync(stream, clock, body, cancellationToken))
            {
                yield break;
            }
            while (stream.Changes.TryRead(out var change))
            {
                yield return new(change, "changed");
            }
        }
    }

    static async Task<bool> HasMoreAsync(LiveStream stream, TimeProvider clock, Stream body, CancellationToken cancellationToken)
    {
        var more = stream.Changes.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            try
            {
                return await more.WaitAsync(Heartbeat, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                await body.WriteAsync(":\n\n"u8.ToArray(), cancellationToken);
                await body.FlushAsync(cancellationToken);
            }
        }
    }

    static void Write(SseItem<object> item, IBufferWriter<byte> to)
    {
        using var json = new Utf8JsonWriter(to);
        JsonSerializer.Serialize(json, item.Data, item.Data.GetType(), Phase1Json.Options);
    }

    internal sealed record Hello(DateTimeOffset Now, string Build);
}
