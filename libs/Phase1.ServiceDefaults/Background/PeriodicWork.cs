using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phase1.Messaging.Registration;

namespace Phase1.ServiceDefaults;

/// <summary>Work that is done again and again: a first turn once the service may work, then one each interval, each in a scope of its own, never two at once.</summary>
/// <param name="services">The service's container.</param>
public abstract partial class PeriodicWork(IServiceProvider services) : BackgroundService
{
    readonly Counter<long> _turns = Phase1Metrics
        .MeterOf(services.GetRequiredService<ServiceIdentity>().Name)
        .CreateCounter<long>("phase1_background_turns_total", description: "Turns of periodic work by result");

    readonly IServiceScopeFactory _scopes = services.GetRequiredService<IServiceScopeFactory>();
    readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();
    readonly EngineGate? _gate = services.GetService<EngineGate>();
    readonly ILogger _logger = services.GetRequiredService<ILogger<PeriodicWork>>();
    readonly SemaphoreSlim _due = new(1, 1);

    /// <summary>The time from one turn's due moment to the next's; read once, at start.</summary>
    protected abstract TimeSpan Interval { get; }

    /// <summary>One turn. What it throws is logged and counted, and the next turn comes.</summary>
    /// <param name="scope">The turn's scope.</param>
    /// <param name="cancellationToken">The service stops.</param>
    protected abstract Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken);

    /// <summary>Asks for a turn now, or right after the one that is running.</summary>
    public void Wake()
    {
        lock (_due)
        {
            if (_due.CurrentCount == 0)
            {
                _due.Release();
            }
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _due.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_gate is not null)
        {
            await _gate.OpenedAsync(stoppingToken);
        }
        await using var timer = _clock.CreateTimer(static work => ((PeriodicWork)work!).Wake(), this, Interval, Interval);
        while (true)
        {
            await _due.WaitAsync(stoppingToken);
            await TurnAsync(stoppingToken);
        }
    }

    async Task TurnAsync(CancellationToken stoppingToken)
    {
        var result = "failed";
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            await RunOnceAsync(scope.ServiceProvider, stoppingToken);
            result = "done";
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            result = "stopped";
        }
        catch (Exception error) when (Unavailability.Is(error))
        {
            result = "unavailable";
            Unavailable(GetType().Name, error.GetType().Name);
        }
        catch (Exception error)
        {
            Failed(error, GetType().Name);
        }
        _turns.Add(1, new("work", GetType().Name), new("result", result));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} needs something that is away ({Error}); it tries again with its next turn")]
    private partial void Unavailable(string work, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of {Work} failed; the next one comes")]
    private partial void Failed(Exception error, string work);
}
