using Phase1.Messaging.Background;

namespace Phase1.ClassManagement.Reconciliation;

/// <summary>
/// Compares every open or released set with what BOS and ELS hold of its batch, slice by slice. While one of them is away nothing is compared.
/// Several instances do the same and find the same.
/// </summary>
sealed class Reconciler(IServiceProvider services, IServiceScopeFactory scopes, ReconciliationOptions options, ILogger<Reconciler> logger)
    : PeriodicWork(services)
{
    protected override TimeSpan Interval => options.Interval;

    /// <summary>One look at everything.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        Guid? after = Guid.Empty;
        while (after is { } last)
        {
            after = await LookAtSliceAsync(last, cancellationToken);
        }
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<DifferenceStore>();
        await store.SettleCancelledAsync(cancellationToken);
        ReconciliationMetrics.Show(await store.CountAsync(cancellationToken));
    }

    protected override Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken) => LookAsync(cancellationToken);

    /// <summary>The last batch of the slice; null when there are no more.</summary>
    async Task<Guid?> LookAtSliceAsync(Guid after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var slice = await scope.ServiceProvider.GetRequiredService<SetComparison>().RunAsync(after, options.Slice, cancellationToken);
        if (await scope.ServiceProvider.GetRequiredService<DifferenceStore>().NoteAsync(slice, cancellationToken) is { } book)
        {
            book.Reported.ForEach(d => ReconciliationLog.Reported(logger, d.Kind, d.BatchId, d.EssayId, d.Ours, d.Theirs));
            book.Resolved.ForEach(d => ReconciliationLog.Resolved(logger, d.Kind, d.BatchId, d.EssayId));
        }
        return slice.BatchIds.Count == options.Slice ? slice.BatchIds[^1] : null;
    }
}
