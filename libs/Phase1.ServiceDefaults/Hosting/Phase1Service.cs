using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging;

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

    /// <summary>Names the consumers and state machines; a service without a database has none.</summary>
    /// <param name="messaging">What the engine is to handle.</param>
    protected internal virtual void AddMessaging(MessagingBuilder messaging) { }

    /// <summary>
    /// Adds what a request passes before its route is chosen, so that answers of every kind pass it on their way back, refusals among them. What it
    /// throws becomes a problem document.
    /// </summary>
    /// <param name="app">The host's pipeline.</param>
    protected internal virtual void Use(IApplicationBuilder app) { }

    /// <summary>Maps the service's routes; every route names a policy.</summary>
    /// <param name="routes">The host's routes.</param>
    protected internal virtual void MapEndpoints(IEndpointRouteBuilder routes) { }

    /// <summary>Adds the engine.</summary>
    internal virtual void AddEngine(IServiceCollection services, IConfiguration configuration, HostSettings settings) { }
}

/// <summary>A service with a database of its own, and with it the engine.</summary>
/// <typeparam name="TContext">The service's model.</typeparam>
public abstract class Phase1Service<TContext> : Phase1Service
    where TContext : DbContext
{
    internal sealed override bool UsesDatabase => true;

    internal sealed override void AddEngine(IServiceCollection services, IConfiguration configuration, HostSettings settings) =>
        Engine.Add<TContext>(services, configuration, settings, this);
}
