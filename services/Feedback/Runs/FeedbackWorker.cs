using Phase1.Feedback.Storage;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.Messaging.Storage;

namespace Phase1.Feedback.Runs;

/// <summary>
/// Takes due runs, a few at a time, until none is left. The claim is a transaction of its own, so nothing is locked while others are asked.
/// </summary>
sealed partial class FeedbackWorker(IServiceProvider services, DatabaseBell bell, TimeProvider clock, ILogger<FeedbackWorker> logger)
    : PeriodicWork(services)
{
    const int Places = 4;

    const string Word = "runs";

    readonly IServiceScopeFactory _scopes = services.GetRequiredService<IServiceScopeFactory>();
    IDisposable? _hearing;

    // Runs whose time comes again, and those of processes that died, are found by looking, as long as there are any.
    protected override TimeSpan Interval => TimeSpan.FromSeconds(2);

    /// <summary>Runs have come or go on: the workers of all processes look.</summary>
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
                    taken[run.RunId] = WriteAsync(run, cancellationToken);
                }

                await SomethingEndsAsync([.. taken.Values], cancellationToken);
                taken = taken.Where(place => !place.Value.IsCompleted).ToDictionary();
            } while (taken.Count > 0);
        }
        finally
        {
            await Task.WhenAll(taken.Values);
        }
        IsAtRest = isInVain && !await scope.GetRequiredService<FeedbackDbContext>().HasOpenAsync(cancellationToken);
    }

    void Hear(IReadOnlyList<string>? words)
    {
        if (words is null || words.Contains(Word))
        {
            Wake();
        }
    }

    /// <summary>A run ends, or it is time to look for new ones: a command was written, or the interval has passed.</summary>
    async Task SomethingEndsAsync(Task[] running, CancellationToken cancellationToken)
    {
        if (running.Length > 0)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny([.. running, DueAsync(ended.Token)]);
            await ended.CancelAsync();
        }
    }

    async Task<IReadOnlyList<FeedbackRun>> ClaimAsync(Guid[] taken, CancellationToken cancellationToken)
    {
        if (taken.Length == Places)
        {
            return [];
        }

        await using var scope = _scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await work.BeginAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var db = scope.ServiceProvider.GetRequiredService<FeedbackDbContext>();
        var due = await db.LockDueAsync(Places - taken.Length, taken, now, cancellationToken);
        foreach (var run in due)
        {
            if (run.AwaitsBudget)
            {
                await scope.ServiceProvider.GetRequiredService<RunPauses>().ResumeAsync(run, cancellationToken);
            }
            run.NextAttemptAt = now + FeedbackRun.Lease;
        }
        await work.CommitAsync(cancellationToken);
        return due;
    }

    async Task WriteAsync(FeedbackRun run, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FeedbackAttempt>().RunAsync(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The service stops; another instance, or this one when it is back, takes the run over.
        }
        catch (Exception error)
        {
            AttemptFailed(run.RunId, FaultTrace.Of(error));
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "An attempt at feedback run {RunId} failed; it is made again when its lease is over: {Fault}"
    )]
    private partial void AttemptFailed(Guid runId, string fault);
}
