using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Phase1.Load.Gateway;

/// <summary>The least that a process between a caller and a provider can do: what comes is sent on, and what is answered too.</summary>
sealed class PassThrough : IAsyncDisposable
{
    readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });
    readonly WebApplication _host;

    PassThrough(Uri target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        _host.MapPost(
            "/",
            async (HttpContext context) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new StreamContent(context.Request.Body) };
                request.Content.Headers.ContentType = new("application/json");
                using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
                context.Response.StatusCode = (int)answer.StatusCode;
                context.Response.ContentType = "application/json";
                await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
            }
        );
    }

    internal Uri Address => new(_host.Urls.First());

    internal static async Task<PassThrough> StartAsync(Uri target, CancellationToken cancellationToken)
    {
        var server = new PassThrough(target);
        await server._host.StartAsync(cancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _http.Dispose();
    }
}
