using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phase1.ClassManagement;
using Phase1.ClassManagement.Deadlines;
using Phase1.Messaging.Background;
using Phase1.Messaging.Log;
using Phase1.ServiceDefaults;

namespace Phase1.Benchmarks;

/// <summary>Class management as it runs in production, relay and consumers included; only its own ticks are far apart, so that ours are measured.</summary>
sealed class RunningCms(WebApplication host) : IAsyncDisposable
{
    // No request is made to other services here.
    const string Nobody = "http://127.0.0.1:9";

    readonly DeadlineMonitor _monitor = host.Services.GetServices<IHostedService>().OfType<DeadlineMonitor>().Single();

    /// <summary>Where it listens.</summary>
    public Uri Address => new(host.Urls.Single());

    public ILog Log => host.Services.GetRequiredService<ILog>();

    /// <param name="database">Its database.</param>
    /// <param name="log">The settings that choose its log.</param>
    public static async Task<RunningCms> StartAsync(string database, IReadOnlyDictionary<string, string?> log)
    {
        var host = Phase1Host.Build(
            new ClassManagementService(),
            [],
            builder =>
            {
                builder.Environment.EnvironmentName = Environments.Development;
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>(log)
                    {
                        ["ConnectionStrings:Database"] = database,
                        ["Associations:MonitorInterval"] = "01:00:00",
                        ["Services:BatchOrchestrator"] = Nobody,
                        ["Services:EssayLifecycle"] = Nobody,
                    }
                );
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
            }
        );
        await host.StartAsync();
        await host.Services.GetRequiredService<EngineGate>().OpenedAsync(CancellationToken.None);
        return new RunningCms(host);
    }

    public Task TickAsync() => _monitor.TickAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await host.DisposeAsync();
    }
}
