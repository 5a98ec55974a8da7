using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Postgres;

/// <summary>Chooses PostgreSQL as the log.</summary>
public static class PostgresLogServices
{
    /// <summary>Adds the log on PostgreSQL.</summary>
    /// <param name="services">The container.</param>
    /// <param name="options">Where the log is and how it behaves.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static IServiceCollection AddPostgresLog(this IServiceCollection services, PostgresLogOptions options)
    {
        if (options.Validate().FirstOrDefault() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }
        services.AddSingleton(options);
        services.AddSingleton(_ => new PostgresLog(options));
        services.AddSingleton<ILog>(sp => sp.GetRequiredService<PostgresLog>());
        services.AddHostedService<LogRetention>();
        return services;
    }

    /// <summary>Adds the log on PostgreSQL with its defaults.</summary>
    /// <param name="services">The container.</param>
    /// <param name="connectionString">The log's own database.</param>
    public static IServiceCollection AddPostgresLog(this IServiceCollection services, string connectionString) =>
        services.AddPostgresLog(new PostgresLogOptions { ConnectionString = connectionString });
}
