using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Phase1.ServiceDefaults;

/// <summary>Brings the schema up to this build's version, waiting for the database as long as it is away, then opens the gate.</summary>
sealed partial class DatabaseStartup<TContext>(
    IServiceProvider services,
    HostSettings settings,
    StartupGate gate,
    SchemaVersion version,
    IHostApplicationLifetime lifetime,
    ILogger<DatabaseStartup<TContext>> logger
) : BackgroundService
    where TContext : DbContext
{
    static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        gate.WaitsFor = "the database";
        while (!await TryAsync(stoppingToken))
        {
            // The machine's time: a clock that a test holds still must not hold the start.
            await Task.Delay(BetweenAttempts, TimeProvider.System, stoppingToken);
        }
    }

    async Task<bool> TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await MigrateAsync(stoppingToken);
            gate.Open();
            SchemaReady(version.Applied);
            return true;
        }
        catch (Exception error) when (Unavailability.Is(error))
        {
            Waiting(error.GetType().Name);
            return false;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            gate.WaitsFor = "a schema that could not be brought up to date";
            gate.HasFailed = true;
            Failed(error);
            lifetime.StopApplication();
            return true;
        }
    }

    /// <summary>On a connection of its own: migrations need no unit of work, and run before one can.</summary>
    async Task MigrateAsync(CancellationToken stoppingToken)
    {
        var options = new DbContextOptionsBuilder<TContext>().UseNpgsql(settings.Database).Options;
        await using var scope = services.CreateAsyncScope();
        await using var context = ActivatorUtilities.CreateInstance<TContext>(scope.ServiceProvider, options);
        await context.Database.MigrateAsync(stoppingToken);
        version.Applied = (await context.Database.GetAppliedMigrationsAsync(stoppingToken)).LastOrDefault();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Waiting for the database named in ConnectionStrings:Database ({Error})")]
    private partial void Waiting(string error);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is ready, schema version {Version}")]
    private partial void SchemaReady(string? version);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database schema could not be brought up to date; the service stops")]
    private partial void Failed(Exception error);
}
