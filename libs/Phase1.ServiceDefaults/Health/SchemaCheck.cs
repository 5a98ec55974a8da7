using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Messaging.Background;

namespace Phase1.ServiceDefaults;

/// <summary>The schema has every migration that this build knows. Newer ones may be there: an older instance goes on during an upgrade.</summary>
sealed class SchemaCheck(EngineGate gate, IServiceScopeFactory scopes) : IReadinessCheck
{
    public string Name => "schema";

    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        if (!gate.IsOpen)
        {
            return new Readiness(ReadinessStatus.NotReady, $"Waiting for {gate.WaitingFor}.");
        }
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<DbContext>().Database;
            var missing = (await database.GetPendingMigrationsAsync(cancellationToken)).LastOrDefault();
            return missing is null
                ? new Readiness(ReadinessStatus.Ready, $"Version {database.GetMigrations().LastOrDefault() ?? "none"}.")
                : new Readiness(ReadinessStatus.NotReady, $"The database lacks version {missing}.");
        }
        catch (NpgsqlException)
        {
            return new Readiness(ReadinessStatus.NotReady, "The database does not answer.");
        }
    }
}
