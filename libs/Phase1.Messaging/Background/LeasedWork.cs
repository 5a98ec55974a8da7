using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Background;

/// <summary>
/// Background work on rows that are claimed for a time: takes what is due, four at a time, until none is left. The claim is a transaction of its own, so
/// nothing is locked while others are asked, and one that waits for another service keeps its own place and none of the others. What a process
/// that died has claimed is due again when its lease is over.
/// </summary>
/// <typeparam name="T">A claimed row.</typeparam>
/// <param name="services">The service's container.</param>
public abstract partial class LeasedWork<T>(IServiceProvider services) : PeriodicWork(services)
{
    const int Places = 4;

    const string Word = "runs";

    readonly IServiceScopeFactory _scopes = services.GetRequiredService<IServiceScopeFactory>();
    readonly DatabaseBell _bell = services.GetRequiredService<DatabaseBell>();
    readonly ILogger _logger = services.GetRequiredService<ILogger<LeasedWork<T>>>();
    IDisposable? _hearing;

    /// <summary>Something has come, or goes on: the workers of all processes look, after the commit.</summary>
    public void WakeAll() => _bell.Ring(Word);

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _hearing = _bell.Hear(Hear);
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _hearing?.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    // What comes due again by time, and what processes that died have left, is found by looking, as long as there is any.
    /// <inheritdoc />
    protected sealed override TimeSpan Interval => TimeSpan.FromSeconds(2);

    /// <summary>Claims what is due, in the transaction that commits after it.</summary>
    /// <param name="scope">The transaction's scope.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="taken">The ids of those that this process works on; they are not due.</param>
    /// <param name="cancellationToken">The service stops.</param>
    protected abstract Task<IReadOnlyList<T>> ClaimAsync(
        IServiceProvider scope,
        int most,
        Guid[] taken,
        CancellationToken cancellationToken
    );

    /// <summary>Its id, by which a claim leaves it out and the log names it.</summary>
    /// <param name="claimed">A claimed row.</param>
    protected abstract Guid IdOf(T claimed);

    /// <summary>Does the work. An exception is logged, and the row is due again when its lease is over.</summary>
    /// <param name="scope">A scope of its own.</param>
    /// <param name="claimed">A claimed row.</param>
    /// <param name="cancellationToken">The service stops; another process, or this one when it is back, takes it over.</param>
    protected abstract Task WorkAsync(IServiceProvider scope, T claimed, CancellationToken cancellationToken);

    /// <summary>Whether any row waits for its time.</summary>
    /// <param name="scope">The tick's scope.</param>
    /// <param name="cancellationToken">The service stops.</param>
    protected abstract Task<bool> HasWaitingAsync(IServiceProvider scope, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected sealed override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        Dictionary<Guid, Task> taken = [];
        (IsAtRest, var isInVain) = (false, true);
        try
        {
            do
            {
                foreach (var claimed in await ClaimAsync([.. taken.Keys], cancellationToken))
                {
                    isInVain = false;
                    taken[IdOf(claimed)] = AttemptAsync(claimed, cancellationToken);
                }

                await SomethingEndsAsync([.. taken.Values], cancellationToken);
                taken = taken.Where(place => !place.Value.IsCompleted).ToDictionary();
            } while (taken.Count > 0);
        }
        finally
        {
            await Task.WhenAll(taken.Values);
        }
        IsAtRest = isInVain && !await HasWaitingAsync(scope, cancellationToken);
    }

    void Hear(IReadOnlyList<string>? words)
    {
        if (words is null || words.Contains(Word))
        {
            Wake();
        }
    }

    // Or it is time to look for new ones: somebody rang, or the interval has passed.
    async Task SomethingEndsAsync(Task[] running, CancellationToken cancellationToken)
    {
        if (running.Length > 0)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny([.. running, DueAsync(ended.Token)]);
            await ended.CancelAsync();
        }
    }

    async Task<IReadOnlyList<T>> ClaimAsync(Guid[] taken, CancellationToken cancellationToken)
    {
        if (taken.Length == Places)
        {
            return [];
        }

        await using var scope = _scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await work.BeginAsync(cancellationToken);
        var due = await ClaimAsync(scope.ServiceProvider, Places - taken.Length, taken, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return due;
    }

    async Task AttemptAsync(T claimed, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            await WorkAsync(scope.ServiceProvider, claimed, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops.
        }
        catch (Exception error)
        {
            AttemptFailed(GetType().Name, IdOf(claimed), FaultTrace.Of(error));
        }
    }

    [LoggerMessage(LogLevel.Error, "An attempt of {Work} at {Id} failed; it is made again when its lease is over: {Fault}")]
    partial void AttemptFailed(string work, Guid id, string fault);
}
