using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Phase1.Messaging.Postgres;

/// <summary>Deletes records that are older than the retention, once an hour.</summary>
sealed partial class LogRetention(PostgresLog log, ILogger<LogRetention> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), TimeProvider.System);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                LogDeleted(await log.DeleteExpiredAsync(stoppingToken));
            }
            catch (NpgsqlException exception)
            {
                LogFailed(exception.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Debug, "Deleted {Count} expired publications")]
    partial void LogDeleted(int count);

    [LoggerMessage(LogLevel.Warning, "Expired records could not be deleted: {Reason}")]
    partial void LogFailed(string reason);
}
