using Microsoft.Extensions.Logging;
using Phase1.Messaging.Background;

namespace Phase1.Messaging.Postgres;

/// <summary>Deletes records that are older than the retention, once an hour.</summary>
sealed partial class LogRetention(IServiceProvider services, PostgresLog log, ILogger<LogRetention> logger) : PeriodicWork(services)
{
    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken) =>
        LogDeleted(await log.DeleteExpiredAsync(cancellationToken));

    [LoggerMessage(LogLevel.Debug, "Deleted {Count} expired publications")]
    partial void LogDeleted(int count);
}
