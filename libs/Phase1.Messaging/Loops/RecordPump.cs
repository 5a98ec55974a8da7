using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Phase1.Messaging.Background;

namespace Phase1.Messaging.Loops;

/// <summary>The service's consumer: as many lanes side by side as configured, each with partitions of its own.</summary>
sealed class RecordPump(IServiceProvider services, Subscriptions subscriptions, MessagingOptions options, EngineGate gate)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (subscriptions.Topics.Count == 0)
        {
            return;
        }
        await gate.OpenedAsync(stoppingToken);
        await Task.WhenAll(
            Enumerable.Range(0, options.Lanes).Select(_ => ActivatorUtilities.CreateInstance<PumpLane>(services).RunAsync(stoppingToken))
        );
    }
}
