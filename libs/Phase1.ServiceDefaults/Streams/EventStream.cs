using System.Buffers;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Phase1.ServiceDefaults;

/// <summary>
/// An answer that goes on as server-sent events, with JSON as in every other answer, until the browser goes or the service stops. It never ends by
/// itself: the browser comes back, to another process if this one has stopped.
/// </summary>
public sealed class EventStream
{
    /// <summary>The header in which a browser that comes back names the last event that it has seen.</summary>
    public const string LastEventId = "Last-Event-ID";

    /// <summary>
    /// The longest silence. Proxies end a connection that says nothing for long, many after 60 s, and a browser that has gone is noticed only when
    /// something is sent.
    /// </summary>
    public static TimeSpan Heartbeat { get; } = TimeSpan.FromSeconds(15);

    static readonly byte[] Comment = ":\n\n"u8.ToArray();

    readonly Stream _body;
    readonly TimeProvider _clock;
    long _quietSince;

    EventStream(Stream body, TimeProvider clock)
    {
        (_body, _clock, _quietSince) = (body, clock, clock.GetTimestamp());
    }

    /// <summary>Answers with a stream.</summary>
    /// <param name="http">The request.</param>
    /// <param name="clock">Measures silence.</param>
    /// <param name="sendAsync">Sends events until its token is cancelled.</param>
    /// <param name="cancellationToken">The browser has gone.</param>
    public static async Task RunAsync(
        HttpContext http,
        TimeProvider clock,
        Func<EventStream, CancellationToken, Task> sendAsync,
        CancellationToken cancellationToken
    )
    {
        var lifetime = http.RequestServices.GetRequiredService<IHostApplicationLifetime>();
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        try
        {
            // The browser knows at once that it is connected, also while there is nothing to say.
            await http.Response.Body.FlushAsync(ends.Token);
            await sendAsync(new(http.Response.Body, clock), ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The browser has gone, or the service stops.
        }
    }

    /// <summary>What the browser has seen last; null when it begins.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">An id as this stream gives them; null for anything else.</param>
    /// <exception cref="ProblemException">400 when the id is not one that the stream gives.</exception>
    public static T? SeenBy<T>(HttpRequest request, Func<string?, T?> read)
        where T : struct =>
        !request.Headers.TryGetValue(LastEventId, out var header)
            ? null
            : read(header) ?? throw ProblemException.Validation(LastEventId, "The id is not one that the stream has sent.");

    /// <summary>Sends events; they are on their way when it completes.</summary>
    /// <param name="events">In order.</param>
    /// <param name="cancellationToken">The stream ends.</param>
    public async Task SendAsync<T>(IEnumerable<SseItem<T>> events, CancellationToken cancellationToken)
    {
        await SseFormatter.WriteAsync(events.ToAsyncEnumerable(), _body, Write, cancellationToken);
        await FlushAsync(cancellationToken);
    }

    /// <summary>Sends a comment, which browsers ignore, if nothing was sent for <see cref="Heartbeat"/>.</summary>
    /// <param name="cancellationToken">The stream ends.</param>
    public async Task KeepAliveAsync(CancellationToken cancellationToken)
    {
        if (_clock.GetElapsedTime(_quietSince) >= Heartbeat)
        {
            await _body.WriteAsync(Comment, cancellationToken);
            await FlushAsync(cancellationToken);
        }
    }

    async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _body.FlushAsync(cancellationToken);
        _quietSince = _clock.GetTimestamp();
    }

    static void Write<T>(SseItem<T> item, IBufferWriter<byte> to)
    {
        using var json = new Utf8JsonWriter(to);
        JsonSerializer.Serialize(json, item.Data, Phase1Json.Options);
    }
}
