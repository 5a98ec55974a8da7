using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>A real service behind a Portal whose other neighbours are faked: what is asked under some addresses goes to it as it is.</summary>
sealed class ServiceBehind : IDisposable
{
    readonly HttpMessageInvoker _wire = new(new SocketsHttpHandler());

    internal ServiceBehind(ServiceUnderTest service, FakeHttp others, string addresses)
    {
        using var client = service.As(null);
        var there = client.BaseAddress!;
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
        {
            others.On(method, addresses, (request, cancellationToken) => SendAsync(request, there, cancellationToken));
        }
    }

    public void Dispose() => _wire.Dispose();

    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Uri there, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(there, request.RequestUri!.PathAndQuery);
        return _wire.SendAsync(request, cancellationToken);
    }
}
