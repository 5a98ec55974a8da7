using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phase1.Messaging;

namespace Phase1.Benchmarks.Engine;

/// <summary>The service that is measured, as it runs in production, without HTTP.</summary>
static class BenchHost
{
    public const string ServiceName = "bench";

    /// <param name="connectionString">The service's database.</param>
    /// <param name="options">How the engine runs, beside the service's name.</param>
    /// <param name="addLog">Chooses the log.</param>
    public static IHost Build(string connectionString, MessagingOptions options, Action<IServiceCollection> addLog)
    {
        var builder = Host.CreateApplicationBuilder();
        // Of each record that is held a warning would tell, and MassTransit would; the services have that one be silent too.
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Logging.AddFilter("MassTransit", LogLevel.None);
        addLog(builder.Services);
        options.ServiceName = ServiceName;
        builder.Services.AddPhase1Messaging<BenchContext>(
            connectionString,
            options,
            messaging => messaging.AddStateMachine<BenchSagaMachine, BenchSaga>()
        );
        return builder.Build();
    }
}
