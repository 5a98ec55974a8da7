using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Phase1.ServiceDefaults;

/// <summary>One service: what it is called and what it adds to the host that all services share.</summary>
public abstract class Phase1Service
{
    /// <summary>The name on the wire (<c>source_service</c>, consumer, X-Service-ID), as in <c>batch_orchestrator_service</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The port where it listens when the configuration names no addresses.</summary>
    public abstract int DefaultPort { get; }

    /// <summary>Whether the service has a database, and with it the engine.</summary>
    internal virtual bool UsesDatabase => false;

    /// <summary>Adds the service's own parts to its container.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">The configuration; options are better bound by AddValidatedOptions.</param>
    protected internal virtual void AddServices(IServiceCollection services, IConfiguration configuration) { }

    /// <summary>Maps the service's routes; every route names a policy.</summary>
    /// <param name="routes">The host's routes.</param>
    protected internal virtual void MapEndpoints(IEndpointRouteBuilder routes) { }

    /// <summary>Adds what stands on the database.</summary>
    internal virtual void AddDatabase(IServiceCollection services) { }
}

/// <summary>A service with a database of its own, and with it the engine.</summary>
/// <typeparam name="TContext">The service's model.</typeparam>
public abstract class Phase1Service<TContext> : Phase1Service
    where TContext : DbContext
{
    internal sealed override bool UsesDatabase => true;

    internal sealed override void AddDatabase(IServiceCollection services)
    {
        services.AddSingleton<SchemaVersion>();
        services.AddSingleton<IReadinessCheck, DatabaseCheck>();
        services.AddSingleton<IReadinessCheck, SchemaCheck>();
        services.AddSingleton<IReadinessCheck, OutboxCheck>();
        services.AddHostedService<DatabaseStartup<TContext>>();
    }
}
