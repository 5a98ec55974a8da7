using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phase1.BatchOrchestrator;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.ServiceDefaults;

/// <summary>Instances of one service on one database, as after a power cut.</summary>
public sealed class StartTogetherTests
{
    const int Instances = 4;

    [Fact]
    public async Task Instances_that_start_together_on_an_empty_database_migrate_it_one_after_the_other()
    {
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("together");
        var hosts = Enumerable.Range(0, Instances).Select(_ => Build(database)).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.StartAsync())));
        await Task.WhenAll(hosts.Select(host => host.Services.GetRequiredService<EngineGate>().OpenedAsync(CancellationToken.None)))
            .WaitAsync(Eventually.Patience, TimeProvider.System, TestContext.Current.CancellationToken);

        foreach (var host in hosts)
        {
            await host.StopAsync(TestContext.Current.CancellationToken);
            await host.DisposeAsync();
        }
    }

    static WebApplication Build(TestDatabase database) =>
        Phase1Host.Build(
            new BatchOrchestratorService(),
            [],
            builder =>
            {
                builder.Environment.EnvironmentName = Environments.Development;
                builder.Configuration.AddInMemoryCollection(TestSettings.For(database.ConnectionString, database.ConnectionString));
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
            }
        );
}
