using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Feedback.Essays;
using Phase1.Feedback.Masking;
using Phase1.Feedback.Storage;
using Phase1.Messaging.Telemetry;
using Phase1.ServiceDefaults;

namespace Phase1.Feedback.Runs;

/// <summary>One attempt at a run: the names of its authors, then each essay that is still to be done, several side by side.</summary>
sealed class FeedbackAttempt(
    FeedbackDbContext db,
    AuthorClient authors,
    IServiceScopeFactory scopes,
    FeedbackOptions options,
    ServiceTraces traces,
    TimeProvider clock
)
{
    internal async Task RunAsync(FeedbackRun run, CancellationToken cancellationToken)
    {
        using var span = traces.Continue("write feedback", run.Cause);
        var pending = await db.Essays.AsNoTracking().PendingOf(run.RunId).ToListAsync(cancellationToken);
        var names = await NamesAsync(run, cancellationToken);
        var halt = names is null
            ? new Halt(HaltKind.NoNames, clock.GetUtcNow())
            : await WriteAsync(run, pending, ClassNames.Of(names), cancellationToken);
        if (halt is not null)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RunPauses>().PauseAsync(run.RunId, halt, cancellationToken);
        }
    }

    /// <summary>Null while nobody says whose names are to be masked: nothing is sent then.</summary>
    async Task<IReadOnlyList<EssayAuthor>?> NamesAsync(FeedbackRun run, CancellationToken cancellationToken)
    {
        if (run.ClassType == BatchKind.Guest)
        {
            return [];
        }
        try
        {
            // Every essay of such a batch has an author by now, be it the UNKNOWN student.
            return await authors.OfBatchAsync(run.BatchId, run.Cause, cancellationToken) is { Count: > 0 } found ? found : null;
        }
        catch (ServiceUnavailableException)
        {
            return null;
        }
    }

    async Task<Halt?> WriteAsync(FeedbackRun run, List<FeedbackEssay> pending, ClassNames names, CancellationToken cancellationToken)
    {
        var gate = new Lock();
        Halt? first = null;
        await Parallel.ForEachAsync(
            pending,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken },
            async (essay, token) =>
            {
                lock (gate)
                {
                    if (first is not null)
                    {
                        return;
                    }
                }
                await using var scope = scopes.CreateAsyncScope();
                var halt = await scope.ServiceProvider.GetRequiredService<EssayAttempt>().RunAsync(run, essay, names, token);
                lock (gate)
                {
                    // What a budget refuses waits for that budget, whatever else was met beside it.
                    first = first?.Refusal is null ? halt ?? first : first;
                }
            }
        );
        return first;
    }
}
