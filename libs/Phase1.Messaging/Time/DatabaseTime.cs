using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Time;

/// <summary>Makes the database's clock the service's.</summary>
static class DatabaseTime
{
    /// <summary>Whoever has registered a clock before keeps it.</summary>
    internal static void AddDatabaseTime(this IServiceCollection services)
    {
        services.TryAddSingleton(new DatabaseTimeProvider(TimeProvider.System));
        services.TryAddSingleton<TimeProvider>(sp => sp.GetRequiredService<DatabaseTimeProvider>());
    }

    /// <summary>A pool whose every new connection tells the clock the time before it is used: no statement can be older than the first reading.</summary>
    internal static NpgsqlDataSource Create(string connectionString, DatabaseTimeProvider clock) =>
        DataSources.Pool(
            connectionString,
            builder => builder.UsePhysicalConnectionInitializer(clock.Ask, connection => clock.AskAsync(connection, CancellationToken.None))
        );
}
