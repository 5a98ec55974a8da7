using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Phase1.Messaging.Telemetry;
using Phase1.Messaging.Time;

namespace Phase1.ServiceDefaults;

/// <summary>The parts that every host's container holds.</summary>
static class HostServices
{
    internal static void Add(IServiceCollection services, HostSettings settings, string service)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Keys);
        services.AddSingleton(settings.Hosts);
        // The framework's own filter would answer before ours, and not with a problem document.
        services.Configure<HostFilteringOptions>(framework => framework.AllowedHosts = ["*"]);
        services.AddSingleton(_ => new MetricCollector(TelemetryNames.Of(service)));
        // First: the framework's own parts would take the machine's clock.
        AddClock(services, settings);
        services.TryAddSingleton(new NetworkClock(TimeProvider.System));
        services.ConfigureHttpJsonOptions(json => Phase1Json.ConfigureRequests(json.SerializerOptions));
        // Binding errors become exceptions in every environment, so that one place turns them into problem documents.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services
            .AddAuthentication(ServiceKeyHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ServiceKeyHandler>(ServiceKeyHandler.SchemeName, null);
        services.AddAuthorization(Phase1Policies.Configure);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RouteGuard>();
        services.AddOpenApi(description =>
        {
            description.AddOperationTransformer<RouteDescription>();
            SchemaNames.Configure(description);
        });
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        if (settings.Otlp is { } endpoint)
        {
            OpenTelemetryExport.Add(services, service, endpoint);
        }
    }

    static void AddClock(IServiceCollection services, HostSettings settings)
    {
        if (settings.DemoClock is { } path)
        {
            var clock = ShiftableTimeProvider.OfFile(path);
            services.AddSingleton(clock);
            services.TryAddSingleton(new DatabaseTimeProvider(clock, () => clock.Offset));
        }
        services.TryAddSingleton(sp =>
            settings.Database is null ? ClockWithoutDatabase(sp) : sp.GetRequiredService<DatabaseTimeProvider>()
        );
    }

    static TimeProvider ClockWithoutDatabase(IServiceProvider services) =>
        services.GetService<ShiftableTimeProvider>() ?? TimeProvider.System;
}
