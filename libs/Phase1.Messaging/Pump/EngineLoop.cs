using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phase1.Messaging.Registration;

namespace Phase1.Messaging.Pump;

/// <summary>A loop of the engine beside the pump: one turn, a pause, again; trouble lengthens the pause.</summary>
abstract partial class EngineLoop(EngineGate gate, MessagingOptions options, TimeProvider clock, ILogger logger) : BackgroundService
{
    readonly BackOff _backOff = new(options);

    protected MessagingOptions Options { get; } = options;

    protected TimeProvider Clock { get; } = clock;

    protected abstract Task TurnAsync(CancellationToken stoppingToken);

    protected abstract Task PauseAsync(CancellationToken stoppingToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.OpenedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TurnAsync(stoppingToken);
                _backOff.Reset();
                await PauseAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogTrouble(GetType().Name, Failure.Of(exception).Reason);
                await OnTroubleAsync();
                await _backOff.WaitAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // What a stop cuts off is undone, and done by whoever comes next.
                break;
            }
        }
    }

    protected virtual Task OnTroubleAsync() => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "{Loop} pauses and will be tried again: {Reason}")]
    partial void LogTrouble(string loop, string reason);
}
