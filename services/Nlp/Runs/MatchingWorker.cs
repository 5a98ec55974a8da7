using Phase1.Matching;
using Phase1.Messaging.Background;

namespace Phase1.Nlp.Runs;

/// <summary>Matches the batches whose matching was asked for.</summary>
sealed class MatchingWorker(IServiceProvider services, MatchingThresholds options, TimeProvider clock) : LeasedWork<MatchingRun>(services)
{
    protected override Guid IdOf(MatchingRun claimed) => claimed.BatchId;

    protected override async Task<IReadOnlyList<MatchingRun>> ClaimAsync(
        IServiceProvider scope,
        int most,
        Guid[] taken,
        CancellationToken cancellationToken
    ) =>
        await scope
            .GetRequiredService<NlpDbContext>()
            .ClaimAsync(most, taken, clock.GetUtcNow(), options.RosterGiveUpAfter, cancellationToken);

    protected override Task WorkAsync(IServiceProvider scope, MatchingRun claimed, CancellationToken cancellationToken) =>
        scope.GetRequiredService<MatchingAttempt>().RunAsync(claimed, cancellationToken);

    protected override Task<bool> HasWaitingAsync(IServiceProvider scope, CancellationToken cancellationToken) =>
        scope.GetRequiredService<NlpDbContext>().HasPendingAsync(cancellationToken);
}
