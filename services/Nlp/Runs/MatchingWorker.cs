using Microsoft.Extensions.DependencyInjection;
using Phase1.Matching;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.Messaging.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Runs;

/// <summary>
/// Takes due runs, a few at a time, until none is left. A run that waits for another service keeps its own place and none of the others. The
/// claim is a transaction of its own, so nothing is locked while others are asked.
/// </summary>
sealed partial class MatchingWorker(
    IServiceProvider services,
    MatchingThresholds options,
    DatabaseBell bell,
    TimeProvider clock,
    ILogger<MatchingWorker> logger
) : PeriodicWork(services)
{
    const int Places = 4;

    const string Word = "runs";

    readonly IServiceScopeFactory _scopes = services.GetRequiredService<IServiceScopeFactory>();
    IDisposable? _hearing;

    // Runs whose time comes again, and those of processes that died, are found by looking, as long as there are any.
    protected override TimeSpan Interval => TimeSpan.FromSeconds(2);

    /// <summary>Runs have come: the workers of all processes look.</summary>
    public void WakeAll() => bell.Ring(Word);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _hearing = bell.Hear(Hear);
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _hearing?.Dispose();
        base.Dispose();
    }

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        Dictionary<Guid, Task> taken = [];
        (IsAtRest, var isInVain) = (false, true);
        try
        {
            do
            {
                foreach (var run in await ClaimAsync([.. taken.Keys], cancellationToken))
                {
                    isInVain = false;
                    taken[run.BatchId] = MatchAsync(run, cancellationToken);
                }

                await SomethingEndsAsync([.. taken.Values], cancellationToken);
                taken = taken.Where(place => !place.Value.IsCompleted).ToDictionary();
            } while (taken.Count > 0);
        }
        finally
        {
            await Task.WhenAll(taken.Values);
        }
        IsAtRest = isInVain && !await scope.GetRequiredService<NlpDbContext>().HasPendingAsync(cancellationToken);
    }

    void Hear(IReadOnlyList<string>? words)
    {
        if (words is null || words.Contains(Word))
        {
            Wake();
        }
    }

    /// <summary>A run ends, or it is time to look for new ones: a request was written, or the interval has passed.</summary>
    async Task SomethingEndsAsync(Task[] running, CancellationToken cancellationToken)
    {
        if (running.Length > 0)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny([.. running, DueAsync(ended.Token)]);
            await ended.CancelAsync();
        }
    }

    async Task<IReadOnlyList<MatchingRun>> ClaimAsync(Guid[] taken, CancellationToken cancellationToken)
    {
        if (taken.Length == Places)
        {
            return [];
        }

        await using var scope = _scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await work.BeginAsync(cancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<NlpDbContext>();
        var due = await db.ClaimAsync(Places - taken.Length, taken, clock.GetUtcNow(), options.RosterGiveUpAfter, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return due;
    }

    async Task MatchAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MatchingAttempt>().RunAsync(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops; another instance, or this one when it is back, takes the run over.
        }
        catch (Exception error)
        {
            AttemptFailed(run.BatchId, FaultTrace.Of(error));
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "An attempt to match batch {BatchId} failed; it is made again when its lease is over: {Fault}"
    )]
    private partial void AttemptFailed(Guid batchId, string fault);
}
