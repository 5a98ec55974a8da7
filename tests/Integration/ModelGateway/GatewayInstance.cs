using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phase1.Messaging.Background;
using Phase1.ModelGateway;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.ModelGateway;

/// <summary>One process of the gateway, in this one: several stand on one database.</summary>
sealed class GatewayInstance : IAsyncDisposable
{
    readonly WebApplication _host;

    GatewayInstance(WebApplication host) => _host = host;

    public IServiceProvider Services => _host.Services;

    /// <param name="database">How it reaches its database.</param>
    /// <param name="log">How it reaches the log.</param>
    /// <param name="clock">The tests' clock.</param>
    /// <param name="settings">What differs.</param>
    /// <param name="network">By which it waits for its database; the machine's when not given.</param>
    public static async Task<GatewayInstance> StartAsync(
        string database,
        string log,
        TimeProvider clock,
        IReadOnlyDictionary<string, string?> settings,
        TimeProvider? network = null
    )
    {
        var host = Phase1Host.Build(
            new ModelGatewayService(),
            [],
            builder =>
            {
                builder.Environment.EnvironmentName = Environments.Development;
                builder.Configuration.AddInMemoryCollection(TestSettings.For(database, log));
                builder.Configuration.AddInMemoryCollection(settings);
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton(clock);
                builder.Services.AddSingleton(new NetworkClock(network ?? TimeProvider.System));
            }
        );
        await host.StartAsync();
        await host
            .Services.GetRequiredService<EngineGate>()
            .OpenedAsync(CancellationToken.None)
            .WaitAsync(Eventually.Patience, TimeProvider.System);
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
    }
}
