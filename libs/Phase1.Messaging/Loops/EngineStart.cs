using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.Messaging.Background;
using Phase1.Messaging.Log;
using Phase1.Messaging.Records;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Loops;

/// <summary>Migrates the database, creates the topics, and opens the gate. While something is away it says so and tries again.</summary>
sealed partial class EngineStart(
    IServiceScopeFactory scopes,
    ILog log,
    Subscriptions subscriptions,
    EngineGate gate,
    LogHealth health,
    MessagingOptions options,
    ILogger<EngineStart> logger,
    IHostApplicationLifetime lifetime
) : BackgroundService
{
    // Held by the session, so that it goes with a process that dies.
    const string LockMigrations = "select pg_advisory_lock(hashtextextended('phase1:migrations', 0))";
    const string UnlockMigrations = "select pg_advisory_unlock(hashtextextended('phase1:migrations', 0))";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var backOff = new BackOff(options);
        Task? topics = null;
        while (!gate.IsOpen && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Side by side with the migrations; what is still under way when these fail is waited for by the next attempt.
                topics = topics is { IsFaulted: false }
                    ? topics
                    : log.EnsureTopicsAsync(subscriptions.All, options.Partitions, stoppingToken);
                await MigrateAsync(stoppingToken);
                gate.WaitingFor = "the log";
                await topics;
                health.SetUp(log.Warnings);
                gate.Open();
                LogReady(subscriptions.Topics.Count);
            }
            catch (Exception exception)
                when (Failure.Of(exception).Kind == FailureKind.Infrastructure && !stoppingToken.IsCancellationRequested)
            {
                LogWaiting(gate.WaitingFor, Failure.Of(exception).Reason);
                await backOff.WaitAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogCannotStart(gate.WaitingFor, exception is LogRefusalException refusal ? refusal.Message : FaultTrace.Of(exception));
                Environment.ExitCode = 1;
                lifetime.StopApplication();
                return;
            }
        }
    }

    // One instance at a time, over all migrations: EF's own lock ends with each of them, and an instance that waited for it would continue from a stale list.
    async Task MigrateAsync(CancellationToken stoppingToken)
    {
        gate.WaitingFor = "the database";
        await using var scope = scopes.CreateAsyncScope();
        var steps = scope.ServiceProvider.GetServices<ISchemaStep>().ToList();
        var database = scope.ServiceProvider.GetRequiredService<DbContext>().Database;
        await database.OpenConnectionAsync(stoppingToken);
        // The usual start: one look at the history, instead of comparing the whole model with its snapshot, which is a test's work.
        var isBehind = (await database.GetPendingMigrationsAsync(stoppingToken)).Any();
        if (!isBehind && steps.Count == 0)
        {
            return;
        }
        await database.ExecuteSqlRawAsync(LockMigrations, stoppingToken);
        try
        {
            if (isBehind)
            {
                await database.MigrateAsync(stoppingToken);
            }
            foreach (var step in steps)
            {
                await step.ApplyAsync((NpgsqlConnection)database.GetDbConnection(), stoppingToken);
            }
        }
        finally
        {
            await database.ExecuteSqlRawAsync(UnlockMigrations, CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Information, "Ready: the database is migrated, {Topics} topics are consumed")]
    partial void LogReady(int topics);

    [LoggerMessage(LogLevel.Warning, "Waiting for {What}: {Reason}")]
    partial void LogWaiting(string? what, string reason);

    [LoggerMessage(LogLevel.Critical, "Cannot start while preparing {What}: {Fault}")]
    partial void LogCannotStart(string? what, string fault);
}
