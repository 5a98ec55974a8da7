using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.Messaging.Background;

namespace Phase1.Messaging;

/// <summary>
/// Deletes what is older than it is kept, in slices that are each a transaction of their own, so that nobody waits long for a row. Several instances
/// share the work: each takes rows that no other has locked.
/// </summary>
sealed partial class RetentionJob(
    IServiceProvider services,
    RetentionPlan plan,
    RetentionOptions options,
    NpgsqlDataSource database,
    TimeProvider clock,
    ILogger<RetentionJob> logger
) : PeriodicWork(services)
{
    readonly IServiceProvider _services = services;

    protected override TimeSpan Interval => options.Interval;

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        foreach (var table in plan.Aged)
        {
            await DeleteAsync(table, cancellationToken);
        }
        for (var step = 0; step < scope.GetServices<IRetentionStep>().Count(); step++)
        {
            while (await RunSliceAsync(step, cancellationToken))
            {
                // Until nothing more is due.
            }
        }
    }

    async Task DeleteAsync(AgedTable table, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - table.KeptFor(_services);
        long deleted;
        do
        {
            await using var command = database.CreateCommand(table.DeleteSlice);
            command.Parameters.Add(new() { Value = before });
            command.Parameters.Add(new() { Value = options.Slice });
            deleted = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            if (deleted > 0)
            {
                LogDeleted(deleted, table.Table, before);
            }
        } while (deleted == options.Slice);
    }

    async Task<bool> RunSliceAsync(int step, CancellationToken cancellationToken)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<IRetentionStep>().ElementAt(step).RunSliceAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Deleted {Count} rows of {Table} from before {Before}")]
    partial void LogDeleted(long count, string table, DateTimeOffset before);
}
