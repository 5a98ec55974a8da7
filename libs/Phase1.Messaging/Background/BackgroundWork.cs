using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phase1.Messaging.Records;
using Phase1.Messaging.Telemetry;

namespace Phase1.Messaging.Background;

/// <summary>
/// Work beside the requests and records: tick after tick with a pause between them, from the moment the service may work, never two at once. Each
/// tick is counted by its result. After a tick that failed, the pause is one that grows with every further failure
/// (<c>Messaging:ShortestBackOff</c> to <c>Messaging:LongestBackOff</c>).
/// </summary>
/// <param name="services">The service's container.</param>
public abstract partial class BackgroundWork(IServiceProvider services) : BackgroundService
{
    readonly EngineGate _gate = services.GetRequiredService<EngineGate>();
    readonly EngineMetrics _metrics = services.GetRequiredService<EngineMetrics>();
    readonly WorkTicks _ticks = services.GetRequiredService<WorkTicks>();
    readonly TimeSpan _longestBackOff = services.GetRequiredService<MessagingOptions>().LongestBackOff;
    readonly BackOff _backOff = new(services.GetRequiredService<MessagingOptions>());
    readonly ILogger _logger = services.GetRequiredService<ILogger<BackgroundWork>>();

    /// <summary>One tick. What it throws is logged and counted, and the next tick comes.</summary>
    /// <param name="cancellationToken">The service stops.</param>
    protected abstract Task RunOnceAsync(CancellationToken cancellationToken);

    /// <summary>How long <see cref="PauseAsync"/> takes at most: work that has not had its turn by then is late.</summary>
    protected abstract TimeSpan LongestPause { get; }

    /// <summary>Completes when the next tick is due.</summary>
    /// <param name="cancellationToken">The service stops.</param>
    protected abstract Task PauseAsync(CancellationToken cancellationToken);

    /// <summary>Called after a tick that failed, before the pause: for what must be given back or begun anew.</summary>
    /// <param name="cancellationToken">The service stops.</param>
    protected virtual Task RecoverAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _gate.OpenedAsync(stoppingToken);
        var tick = _ticks.Of(GetType().Name);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (await SucceedsAsync(tick, stoppingToken))
                {
                    _backOff.Reset();
                    await PauseAsync(stoppingToken);
                }
                else
                {
                    await _backOff.WaitAsync(stoppingToken);
                }
            }
        }
        finally
        {
            tick.Stop();
        }
    }

    async Task<bool> SucceedsAsync(WorkTick tick, CancellationToken stoppingToken)
    {
        tick.Begin();
        try
        {
            await RunOnceAsync(stoppingToken);
            End(tick, "done", LongestPause);
            return true;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What a stop cuts off is undone, and done by whoever comes next. What fails by itself meanwhile is told as ever.
            End(tick, "stopped", LongestPause);
            return true;
        }
        catch (Exception error)
        {
            var failure = Failure.Of(error);
            if (failure.Kind == FailureKind.Infrastructure)
            {
                End(tick, "unavailable", _longestBackOff);
                Unavailable(GetType().Name, failure.Reason);
            }
            else
            {
                End(tick, "failed", _longestBackOff);
                Failed(GetType().Name, failure.Reason, failure.Stack);
            }
            await RecoverAsync(stoppingToken);
            return false;
        }
    }

    void End(WorkTick tick, string result, TimeSpan pause)
    {
        tick.End(result, pause);
        _metrics.Ticked(tick.Name, result);
    }

    [LoggerMessage(LogLevel.Warning, "{Work} needs something that is away and will be tried again: {Reason}")]
    partial void Unavailable(string work, string reason);

    // The exception itself may quote what it read.
    [LoggerMessage(LogLevel.Error, "A tick of {Work} failed and will be tried again: {Reason} {Stack}")]
    partial void Failed(string work, string reason, string? stack);
}
