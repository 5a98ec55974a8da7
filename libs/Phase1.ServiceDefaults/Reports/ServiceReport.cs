using System.Reflection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Messaging.Log;
using Phase1.Messaging.Operator;

namespace Phase1.ServiceDefaults;

/// <summary>How a service stands, for operators and for those who want to know by which rules it works.</summary>
/// <param name="Service">Its name on the wire.</param>
/// <param name="Version">Of its program.</param>
/// <param name="Environment">Development, Production or another.</param>
/// <param name="Now">By its database's clock.</param>
/// <param name="Transport">What stores the log: postgresql or kafka.</param>
/// <param name="Status">The worst of the checks.</param>
/// <param name="Checks">What <c>/readyz</c> says.</param>
/// <param name="Schema">The latest migration of its database; null while the database is away.</param>
/// <param name="Options">The effective settings by section; what is secret is not shown.</param>
sealed record ServiceReport(
    string Service,
    string Version,
    string Environment,
    DateTimeOffset Now,
    string Transport,
    ReadinessStatus Status,
    IReadOnlyList<ReadyLine> Checks,
    string? Schema,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Options
)
{
    /// <summary>What its engine has read, what waits, and what runs; null while the database is away.</summary>
    public EngineState? Engine { get; init; }

    internal static async Task<ServiceReport> ReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var identity = services.GetRequiredService<ServiceIdentity>();
        var checks = await ReadyLine.LookAsync(services.GetServices<IReadinessCheck>(), cancellationToken);
        var (schema, engine) = await AskDatabaseAsync(services, cancellationToken);
        return new(
            identity.Name,
            VersionOf(Assembly.GetEntryAssembly() ?? typeof(ServiceReport).Assembly),
            services.GetRequiredService<IWebHostEnvironment>().EnvironmentName,
            services.GetRequiredService<TimeProvider>().GetUtcNow(),
            services.GetRequiredService<ILog>().SystemName,
            ReadyLine.Worst(checks),
            checks,
            schema,
            EffectiveOptions.Of(services)
        )
        {
            Engine = engine,
        };
    }

    static async Task<(string?, EngineState?)> AskDatabaseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            var migrations = await services.GetRequiredService<DbContext>().Database.GetAppliedMigrationsAsync(cancellationToken);
            return (migrations.LastOrDefault(), await services.GetRequiredService<EngineReport>().ReadAsync(cancellationToken));
        }
        catch (NpgsqlException)
        {
            return (null, null);
        }
    }

    static string VersionOf(Assembly program) =>
        program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? program.GetName().Version!.ToString();
}
