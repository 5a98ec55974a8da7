using System.Collections.Concurrent;
using Phase1.ClassManagement.Associations;
using Phase1.Messaging;
using Phase1.Messaging.Background;

namespace Phase1.ClassManagement.Deadlines;

/// <summary>
/// Looks for sets that are due: deadlines passed, reminders, late suggestions. Any number of instances share the work. Sets are claimed and
/// committed by the group; a group that fails is undone, and each of its sets is tried alone, so that a broken one is undone, reported and
/// tried again with the next tick, and never stops the others.
/// </summary>
sealed class DeadlineMonitor(
    IServiceProvider services,
    IServiceScopeFactory scopes,
    AssociationOptions options,
    TimeProvider clock,
    ILogger<DeadlineMonitor> logger
) : PeriodicWork(services)
{
    static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(5);

    // Sets that have failed stay out of the groups until they have succeeded alone.
    readonly ConcurrentDictionary<Guid, bool> _broken = [];

    protected override TimeSpan Interval => options.MonitorInterval;

    /// <summary>One tick: works until nothing is due. Ends after its current transaction when told to stop, or within five seconds without it.</summary>
    internal async Task TickAsync(CancellationToken stoppingToken)
    {
        using var abandoned = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        await using var stopping = stoppingToken.Register(() => abandoned.CancelAfter(StopsWithin));
        var (worked, failed) = (0, 0);
        try
        {
            foreach (var batchId in _broken.Keys)
            {
                Count(await WorkAloneAsync(batchId, abandoned.Token));
            }
            while (!stoppingToken.IsCancellationRequested && await WorkOnGroupAsync(abandoned.Token) is { } group)
            {
                worked += group.Worked;
                foreach (var batchId in group.Undone)
                {
                    Count(await WorkAloneAsync(batchId, abandoned.Token));
                }
            }
        }
        finally
        {
            MonitorMetrics.Ticked(worked, failed);
        }

        void Count(bool? succeeded)
        {
            worked += succeeded == true ? 1 : 0;
            failed += succeeded == false ? 1 : 0;
        }
    }

    protected override Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken) => TickAsync(cancellationToken);

    /// <summary>How many sets were handled together, and which are to be tried alone; null when none is due.</summary>
    async Task<(int Worked, IReadOnlyList<Guid> Undone)?> WorkOnGroupAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tick = scope.ServiceProvider.GetRequiredService<DueSetsTick>();
        try
        {
            await tick.RunAsync(options.MonitorBatchSize, [.. _broken.Keys], cancellationToken);
            return tick.Claimed.Count == 0 ? null : (tick.Claimed.Count, []);
        }
        catch (Exception) when (tick.Claimed.Count > 0 && !cancellationToken.IsCancellationRequested)
        {
            return (0, tick.Claimed);
        }
    }

    /// <summary>Whether the set was handled; null when it is no longer due or somebody else holds it.</summary>
    async Task<bool?> WorkAloneAsync(Guid batchId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tick = scope.ServiceProvider.GetRequiredService<DueSetsTick>();
        try
        {
            await tick.RunAsync(batchId, cancellationToken);
            _broken.TryRemove(batchId, out _);
            return tick.Claimed.Count == 0 ? null : true;
        }
        catch (Exception e) when (tick.Claimed.Count > 0 && !cancellationToken.IsCancellationRequested)
        {
            _broken[batchId] = true;
            MonitorLog.SetFailed(logger, batchId, FaultTrace.Of(e));
            return false;
        }
    }
}
