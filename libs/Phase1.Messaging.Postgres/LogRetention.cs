using Microsoft.Extensions.Logging;
using Phase1.Messaging.Background;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Postgres;

/// <summary>Once an hour: deletes records that are older than the retention, and says which groups have still to read such records.</summary>
sealed partial class LogRetention(
    IServiceProvider services,
    PostgresLog log,
    PostgresLogOptions options,
    LogHealth health,
    ILogger<LogRetention> logger
) : PeriodicWork(services)
{
    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        LogDeleted(await log.Expiry.DeleteAsync(cancellationToken));
        var behind = await log.Expiry.BehindAsync(cancellationToken);
        foreach (var (group, age) in behind)
        {
            LogBehind(group, age, options.HeldAtMost);
        }
        health.Behind([.. behind.Select(group => group.Group)]);
    }

    [LoggerMessage(LogLevel.Debug, "Deleted {Count} expired publications")]
    partial void LogDeleted(int count);

    [LoggerMessage(
        LogLevel.Warning,
        "Group {Group} has not read records that are {Age} old; they are kept for it until they are {HeldAtMost} old, and then lost to it"
    )]
    partial void LogBehind(string group, TimeSpan age, TimeSpan heldAtMost);
}
