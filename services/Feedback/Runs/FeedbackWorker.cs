using Phase1.Feedback.Storage;
using Phase1.Messaging.Background;

namespace Phase1.Feedback.Runs;

/// <summary>Has feedback written in the runs that are due, those among them that awaited a budget until now.</summary>
sealed class FeedbackWorker(IServiceProvider services, TimeProvider clock) : LeasedWork<FeedbackRun>(services)
{
    protected override Guid IdOf(FeedbackRun claimed) => claimed.RunId;

    protected override async Task<IReadOnlyList<FeedbackRun>> ClaimAsync(
        IServiceProvider scope,
        int most,
        Guid[] taken,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var due = await scope.GetRequiredService<FeedbackDbContext>().LockDueAsync(most, taken, now, cancellationToken);
        foreach (var run in due)
        {
            if (run.AwaitsBudget)
            {
                await scope.GetRequiredService<RunPauses>().ResumeAsync(run, cancellationToken);
            }
            run.NextAttemptAt = now + FeedbackRun.Lease;
        }
        return due;
    }

    protected override Task WorkAsync(IServiceProvider scope, FeedbackRun claimed, CancellationToken cancellationToken) =>
        scope.GetRequiredService<FeedbackAttempt>().RunAsync(claimed, cancellationToken);

    protected override Task<bool> HasWaitingAsync(IServiceProvider scope, CancellationToken cancellationToken) =>
        scope.GetRequiredService<FeedbackDbContext>().HasOpenAsync(cancellationToken);
}
