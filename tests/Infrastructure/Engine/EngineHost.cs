using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phase1.Messaging;
using Phase1.Messaging.Log;
using Phase1.Messaging.Records;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>One running process of the engine's test service, without the process.</summary>
public sealed class EngineHost : IAsyncDisposable
{
    readonly IHost _host;
    bool _stopped;

    EngineHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public Script Script => Services.GetRequiredService<Script>();

    internal static async Task<EngineHost> StartAsync(EngineSetup setup, string database, ILog log)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new TestOutputLog()));
        builder.Services.AddSingleton<TimeProvider>(setup.Clock);
        builder.Services.AddSingleton(log);
        builder.Services.AddSingleton(setup.Script);
        // The test service records what in the suite several services do.
        builder.Services.AddSingleton<IProducerRules>(new AnyProducer());
        builder.Services.AddPhase1Messaging<TallyContext>(database, setup.Options, setup.Handles);
        setup.Configure(builder.Services);
        var host = builder.Build();
        if (setup.Runs)
        {
            await host.StartAsync();
        }
        return new EngineHost(host);
    }

    /// <summary>Does a piece of work in a scope of its own, as an HTTP request does.</summary>
    public async Task WorkAsync(Func<UnitOfWork, IServiceProvider, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<UnitOfWork>(), scope.ServiceProvider);
    }

    public async Task StopAsync()
    {
        if (!_stopped)
        {
            _stopped = true;
            await _host.StopAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
