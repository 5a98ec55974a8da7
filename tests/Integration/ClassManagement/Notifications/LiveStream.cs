using System.Net;
using System.Net.ServerSentEvents;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.ClassManagement.Notifications;

/// <summary>A browser's open stream.</summary>
sealed class LiveStream(HttpResponseMessage response) : IAsyncDisposable
{
    readonly IAsyncEnumerator<SseItem<string>> _items = SseParser
        .Create(response.Content.ReadAsStream())
        .EnumerateAsync(CmsUnderTest.Token)
        .GetAsyncEnumerator(CmsUnderTest.Token);

    internal static async Task<LiveStream> OpenAsync(CmsUnderTest cms, string? lastEventId)
    {
        var response = await RequestAsync(cms, lastEventId);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new LiveStream(response);
    }

    internal static async Task<HttpResponseMessage> RequestAsync(CmsUnderTest cms, string? lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/notifications/stream");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }
        return await cms.Teacher.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, CmsUnderTest.Token);
    }

    internal async Task<SseItem<string>> NextAsync()
    {
        (await _items.MoveNextAsync().AsTask().WaitAsync(Eventually.Patience, TimeProvider.System)).ShouldBeTrue();
        return _items.Current;
    }

    /// <summary>The next one, of which nobody tells the stream: it looks when a second of its clock is over.</summary>
    internal Task<SseItem<string>> NextAsync(CmsUnderTest cms) => WithinASecondAsync(cms, NextAsync());

    internal static async Task<SseItem<string>> WithinASecondAsync(CmsUnderTest cms, Task<SseItem<string>> next)
    {
        // Twice: the stream may still be on its way to the wait of its first second.
        cms.Service.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System));
        cms.Service.Advance(TimeSpan.FromSeconds(1));
        return await next;
    }

    public ValueTask DisposeAsync()
    {
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}
