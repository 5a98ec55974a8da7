using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

/// <summary>A service without a database whose routes show what the host makes of requests.</summary>
sealed class ProbeService : Phase1Service
{
    public override string Name => "probe_service";
    public override int DefaultPort => 0;

    protected internal override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddValidatedOptions<ProbeOptions>("Probe");

    protected internal override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/teacher", (Caller caller) => $"{caller.UserId}|{caller.OrgId}|{caller.ServiceId}").RequireTeacher();
        routes.MapGet("/v1/service", (HttpContext context) => context.CorrelationId().ToString()).RequireService();
        routes.MapGet("/v1/operator", () => "operator").RequireOperator();
        routes.MapGet("/v1/body", () => "body").RequireAuthorization(Phase1Policies.OperatorBody);
        routes.MapGet("/v1/unguarded", () => "never");
        routes.MapPost("/v1/echo", (ProbeBody body) => body).RequireService();
        routes
            .MapGet(
                "/v1/items/{id}",
                (Guid id, PageRequest page) =>
                    new
                    {
                        id,
                        page.Limit,
                        page.Cursor,
                    }
            )
            .RequireService();
        routes.MapGet("/v1/fail/{how}", (string how) => Fail(how)).RequireService();
    }

    internal static Task<ProbeHost> StartAsync(params string[] args) => ProbeHost.StartAsync(new ProbeService(), args);

    static string Fail(string how) =>
        throw (
            how switch
            {
                "problem" => new ProblemException(Problems.BatchLocked, "The batch has been released."),
                "away" => new ServiceUnavailableException("ClassManagement"),
                "socket" => new InvalidOperationException("wrapped", new System.Net.Sockets.SocketException(111)),
                "stopping" => new OperationCanceledException(),
                _ => new InvalidOperationException("secret of Anna Andersson"),
            }
        );
}

sealed record ProbeBody(
    string Name,
    int Count,
    DateTimeOffset? At = null,
    ProbeKind Kind = ProbeKind.GuestBatch,
    ProbeBody[]? Parts = null
);

enum ProbeKind
{
    GuestBatch,
    RegularBatch,
}

sealed class ProbeOptions : IValidatedOptions
{
    public int MaxEssays { get; set; } = 100;
    public TimeSpan[] Offsets { get; set; } = [TimeSpan.FromHours(12), TimeSpan.FromHours(22)];

    public IEnumerable<string> Validate()
    {
        if (MaxEssays is < 1 or > 500)
        {
            yield return "MaxEssays must be from 1 to 500.";
        }
    }
}

/// <summary>A running host on a free port, with a client.</summary>
sealed class ProbeHost(WebApplication app, HttpClient client) : IAsyncDisposable
{
    internal HttpClient Client => client;
    internal IServiceProvider Services => app.Services;

    internal static async Task<ProbeHost> StartAsync(Phase1Service service, string[] args)
    {
        var app = Phase1Host.Build(
            service,
            ["--environment=Development", "--urls=http://127.0.0.1:0", .. args],
            builder => builder.Logging.ClearProviders()
        );
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ProbeHost(app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });
    }

    /// <summary>Sends with the service's credential and whatever else the test names.</summary>
    internal async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add(HeaderNames.ApiKey, ServiceKeys.Development);
        request.Headers.Add(HeaderNames.ServiceId, "tests");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
