using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging;
using Phase1.ServiceDefaults;
using Phase1.ServiceDefaults.Matching;

namespace Phase1.Nlp.Runs;

/// <summary>Takes due runs until none is left. The claim is a transaction of its own, so nothing is locked while others are asked.</summary>
sealed class MatchingWorker(IServiceProvider services, MatchingThresholds options, TimeProvider clock) : PeriodicWork(services)
{
    const int RunsAtATime = 4;

    readonly IServiceScopeFactory _scopes = services.GetRequiredService<IServiceScopeFactory>();

    protected override TimeSpan Interval => TimeSpan.FromSeconds(1);

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        while (await ClaimAsync(cancellationToken) is { Count: > 0 } due)
        {
            await Task.WhenAll(due.Select(run => MatchAsync(run, cancellationToken)));
        }
    }

    async Task<IReadOnlyList<MatchingRun>> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await work.BeginAsync(cancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<NlpDbContext>();
        var due = await db.ClaimAsync(RunsAtATime, clock.GetUtcNow(), options.RosterGiveUpAfter, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return due;
    }

    async Task MatchAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MatchingTurn>().RunAsync(run, cancellationToken);
    }
}
