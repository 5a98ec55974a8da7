using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phase1.Events;
using Phase1.Messaging.Background;
using Phase1.ModelGateway;
using Phase1.Servers;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tests.Infrastructure.Suites;
using Phase1.Tickets;

namespace Phase1.Browser.Tests;

/// <summary>Tickets and the Model Gateway beside the suite: the Portal then has their pages.</summary>
sealed class ServicesBeside : IAsyncDisposable
{
    readonly (string Name, string Address, Func<Phase1Service> Make)[] _members =
    [
        (nameof(ServiceNames.Tickets), NextAddress(), () => new TicketsService()),
        (nameof(ServiceNames.ModelGateway), NextAddress(), () => new ModelGatewayService()),
    ];

    readonly List<WebApplication> _hosts = [];
    readonly List<TestDatabase> _databases = [];

    /// <summary>Has a service know where they will be.</summary>
    internal void Tell(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(
            _members.Select(member => KeyValuePair.Create<string, string?>($"Services:{member.Name}", member.Address))
        );

    internal async Task StartAsync(SuiteUnderTest suite)
    {
        var server = await PostgresServer.SharedAsync();
        foreach (var (name, address, make) in _members)
        {
            var database = await server.CreateDatabaseAsync(name, ServiceSchema.Of(make()));
            _databases.Add(database);
            _hosts.Add(Phase1Host.Build(make(), [], builder => Configure(builder, suite, database, address)));
        }
        await Task.WhenAll(_hosts.Select(host => host.StartAsync()));
        var gates = _hosts.Select(host => host.Services.GetRequiredService<EngineGate>().OpenedAsync(CancellationToken.None));
        await Task.WhenAll(gates).WaitAsync(Eventually.Patience, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }
        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }
    }

    static void Configure(WebApplicationBuilder builder, SuiteUnderTest suite, TestDatabase database, string address)
    {
        builder.Environment.EnvironmentName = Environments.Development;
        builder.Configuration.AddInMemoryCollection(TestSettings.For(database.ConnectionString, suite.ConnectionTo("Log")));
        builder.Configuration.AddInMemoryCollection(suite.Addresses);
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(suite.Clock);
    }

    static string NextAddress() => $"http://127.0.0.1:{FreePort.Next()}";
}
