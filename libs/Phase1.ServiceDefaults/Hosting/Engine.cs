using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging;
using Phase1.Messaging.Log;
using Phase1.Messaging.Operator;

namespace Phase1.ServiceDefaults;

/// <summary>Where the host takes the engine in: registration from the configuration, readiness, the operator's routes.</summary>
static class Engine
{
    internal static void Add<TContext>(
        IServiceCollection services,
        IConfiguration configuration,
        HostSettings settings,
        Phase1Service service
    )
        where TContext : DbContext
    {
        services.AddSingleton(Retention(configuration));
        services.AddPhase1Messaging<TContext>(settings.Database!, Options(configuration, service.Name), service.AddMessaging);
        // A log that stands there already was put there by whoever builds the host.
        if (services.All(added => added.ServiceType != typeof(ILog)))
        {
            EngineLog.Add(services, configuration, settings);
        }
        services.AddSingleton<IdempotencyAdmission>();
        services.AddSingleton<IReadinessCheck, DatabaseCheck>();
        services.AddSingleton<IReadinessCheck, SchemaCheck>();
        services.AddSingleton<IReadinessCheck, LogCheck>();
        services.AddSingleton<IReadinessCheck, OutboxCheck>();
    }

    internal static void Use(WebApplication app)
    {
        app.UseMiddleware<StartGateMiddleware>();
        app.UseMiddleware<CauseMiddleware>();
        app.UseMiddleware<IdempotencyMiddleware>();
    }

    internal static void Map(WebApplication app)
    {
        app.MapDeadLetters().RequireOperator().AddEndpointFilter<EngineProblems>();
        GetServiceEndpoint.Map(app);
        app.MapHeldKeys().RequireOperator().AddEndpointFilter<EngineProblems>();
        app.MapBodyAccesses().RequireAuthorization(Phase1Policies.PrivacyOfficer).AddEndpointFilter<EngineProblems>();
        ListRetentionEndpoint.Map(app);
    }

    /// <summary>Messaging:* says how the engine runs, Delivery:* what the specification lets an operator choose.</summary>
    static MessagingOptions Options(IConfiguration configuration, string name)
    {
        var options = new MessagingOptions();
        Bind(configuration, options, "Messaging", "Delivery");
        options.ServiceName = name;
        return options.Validate().FirstOrDefault() is { } fault ? throw new ConfigurationException(fault) : options;
    }

    static RetentionOptions Retention(IConfiguration configuration)
    {
        var options = new RetentionOptions();
        Bind(configuration, options, "Retention");
        return options.Validate().FirstOrDefault() is { } fault ? throw new ConfigurationException(fault) : options;
    }

    static void Bind(IConfiguration configuration, object options, params string[] sections)
    {
        try
        {
            foreach (var section in sections.Select(configuration.GetSection))
            {
                ConfiguredLists.DropDefaults(options, section);
                section.Bind(options);
            }
        }
        catch (InvalidOperationException unreadable)
        {
            throw new ConfigurationException(unreadable.Message);
        }
    }
}
