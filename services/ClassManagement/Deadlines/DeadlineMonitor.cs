using Phase1.ClassManagement.Associations;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Deadlines;

/// <summary>
/// Looks for sets that are due: deadlines passed, reminders, late suggestions. Any number of instances share the work; a set that fails is
/// undone, reported, passed over for this tick, and never stops the others.
/// </summary>
sealed class DeadlineMonitor(
    IServiceProvider services,
    IServiceScopeFactory scopes,
    AssociationOptions options,
    ILogger<DeadlineMonitor> logger
) : PeriodicWork(services)
{
    protected override TimeSpan Interval => options.MonitorInterval;

    protected override Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken) => TickAsync(cancellationToken);

    /// <summary>One tick: up to a batch of sets; a full batch asks for the next tick at once.</summary>
    internal async Task TickAsync(CancellationToken cancellationToken)
    {
        var failed = new HashSet<Guid>();
        var worked = 0;
        while (worked < options.MonitorBatchSize && await WorkOnOneAsync(failed, cancellationToken) is { } succeeded)
        {
            worked += succeeded ? 1 : 0;
        }
        MonitorMetrics.Ticked(worked, failed.Count);
        if (worked == options.MonitorBatchSize)
        {
            Wake();
        }
    }

    /// <summary>Whether one set was handled; null when none is due.</summary>
    async Task<bool?> WorkOnOneAsync(HashSet<Guid> failed, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var turn = scope.ServiceProvider.GetRequiredService<DueSetTurn>();
        try
        {
            await turn.RunAsync(failed, cancellationToken);
            return turn.Claimed is null ? null : true;
        }
        catch (Exception e) when (turn.Claimed is { } batchId && !cancellationToken.IsCancellationRequested)
        {
            failed.Add(batchId);
            MonitorLog.SetFailed(logger, batchId, e);
            return false;
        }
    }
}
