using System.Net;
using System.Net.ServerSentEvents;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Portal;

/// <summary>An open page that listens to what changes.</summary>
sealed class LiveEvents : IAsyncDisposable
{
    readonly HttpResponseMessage _answer;
    readonly IAsyncEnumerator<SseItem<string>> _items;

    LiveEvents(HttpResponseMessage answer)
    {
        _answer = answer;
        _items = SseParser.Create(answer.Content.ReadAsStream()).EnumerateAsync().GetAsyncEnumerator();
    }

    /// <summary>Listens, and has heard the greeting.</summary>
    internal static async Task<LiveEvents> OpenAsync(Browser browser)
    {
        var answer = await browser.ListenAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var events = new LiveEvents(answer);
        (await events.NextAsync()).ShouldStartWith("hello {\"now\":\"");
        return events;
    }

    /// <summary>The next event's type and data; null when the stream has ended.</summary>
    internal async Task<string?> NextAsync() =>
        await _items.MoveNextAsync().AsTask().WaitAsync(Eventually.Patience, TimeProvider.System)
            ? $"{_items.Current.EventType} {_items.Current.Data}"
            : null;

    /// <summary>The same, with a clock that goes on a second at a time until something comes.</summary>
    internal async Task<string?> NextAsync(PortalUnderTest portal)
    {
        var next = NextAsync();
        while (!next.IsCompleted)
        {
            portal.Service.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System));
        }
        return await next;
    }

    public ValueTask DisposeAsync()
    {
        _answer.Dispose();
        return ValueTask.CompletedTask;
    }
}
