using Microsoft.Extensions.DependencyInjection;

namespace Phase1.Messaging.Background;

/// <summary>Background work with a tick at start, then one each interval and one whenever somebody asks for it; each in a scope of its own.</summary>
/// <param name="services">The service's container.</param>
public abstract class PeriodicWork(IServiceProvider services) : BackgroundWork(services)
{
    readonly IServiceScopeFactory _scopes = services.GetRequiredService<IServiceScopeFactory>();
    readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();
    readonly SemaphoreSlim _due = new(0, 1);

    /// <summary>The time from one tick's due moment to the next's, by the domain's clock; read once, at start.</summary>
    protected abstract TimeSpan Interval { get; }

    /// <inheritdoc />
    protected sealed override TimeSpan LongestPause => Interval;

    /// <summary>Does one tick's share of the work. An exception is logged and counted, and the next tick comes after a back-off.</summary>
    /// <param name="scope">The tick's scope.</param>
    /// <param name="cancellationToken">The service stops.</param>
    protected abstract Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken);

    /// <summary>Asks for a tick now, or right after the one that is running.</summary>
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

    /// <summary>
    /// Completes when the interval has passed or somebody asked for a tick. A tick that goes on for long may wait for it too, to look for what is
    /// new; it has then been answered.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    protected Task DueAsync(CancellationToken cancellationToken) => _due.WaitAsync(cancellationToken);

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
        await using var timer = _clock.CreateTimer(static work => ((PeriodicWork)work!).Wake(), this, Interval, Interval);
        await base.ExecuteAsync(stoppingToken);
    }

    /// <inheritdoc />
    protected sealed override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        await RunOnceAsync(scope.ServiceProvider, cancellationToken);
    }

    /// <inheritdoc />
    protected sealed override Task PauseAsync(CancellationToken cancellationToken) => DueAsync(cancellationToken);
}
