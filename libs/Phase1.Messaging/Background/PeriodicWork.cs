using Microsoft.Extensions.DependencyInjection;

namespace Phase1.Messaging.Background;

/// <summary>
/// Background work with a tick at start, then one each interval and one whenever somebody asks for it; each in a scope of its own. One that says that it
/// is at rest has fewer by time alone.
/// </summary>
/// <param name="services">The service's container.</param>
public abstract class PeriodicWork(IServiceProvider services) : BackgroundWork(services)
{
    // At rest: the safety net for what nobody has told of.
    const int RestingIntervals = 15;

    readonly IServiceScopeFactory _scopes = services.GetRequiredService<IServiceScopeFactory>();
    readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();
    readonly SemaphoreSlim _due = new(0, 1);
    volatile bool _isAtRest;
    int _passed;

    /// <summary>The time from one tick's due moment to the next's, by the domain's clock; read once, at start.</summary>
    protected abstract TimeSpan Interval { get; }

    /// <summary>
    /// Whether nothing waits that time alone makes due. Then a tick comes by itself once in fifteen intervals, until a tick says otherwise. Only for work
    /// that is woken by whoever brings something to do.
    /// </summary>
    protected bool IsAtRest
    {
        get => _isAtRest;
        set => _isAtRest = value;
    }

    /// <inheritdoc />
    protected sealed override TimeSpan LongestPause => IsAtRest ? Interval * RestingIntervals : Interval;

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
        await using var timer = _clock.CreateTimer(static work => ((PeriodicWork)work!).Pass(), this, Interval, Interval);
        await base.ExecuteAsync(stoppingToken);
    }

    void Pass()
    {
        if (!IsAtRest || ++_passed % RestingIntervals == 0)
        {
            Wake();
        }
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
