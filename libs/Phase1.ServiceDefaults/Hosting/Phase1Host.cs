using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Phase1.ServiceDefaults;

/// <summary>The host that every service runs in.</summary>
public static class Phase1Host
{
    /// <summary>Exit code of a process whose configuration is missing or invalid (EX_CONFIG of sysexits.h).</summary>
    public const int ConfigurationExitCode = 78;

    /// <summary>A service's whole program: builds, runs until it is told to stop, and says in one line if the configuration is wrong.</summary>
    /// <param name="service">The service.</param>
    /// <param name="args">The command line; <c>--Section:Name=value</c> overrides configuration.</param>
    /// <returns>The process' exit code.</returns>
    public static Task<int> RunAsync(Phase1Service service, string[] args) => RunAsync(() => [Build(service, args)]);

    /// <summary>Runs several hosts in one process until one of them is told to stop.</summary>
    /// <param name="build">Builds the hosts.</param>
    /// <returns>The process' exit code.</returns>
    public static async Task<int> RunAsync(Func<IReadOnlyList<WebApplication>> build)
    {
        try
        {
            var hosts = build();
            await Task.WhenAll(hosts.Select(host => host.StartAsync()));
            await Task.WhenAny(hosts.Select(host => host.WaitForShutdownAsync()));
            await Task.WhenAll(hosts.Select(host => host.StopAsync()));
            foreach (var host in hosts)
            {
                await host.DisposeAsync();
            }
            // The engine sets it when it cannot start, as with a schema that cannot be brought up to date.
            return Environment.ExitCode;
        }
        catch (ConfigurationException invalid)
        {
            await Console.Error.WriteLineAsync(invalid.Message);
            return ConfigurationExitCode;
        }
    }

    /// <summary>Builds a service's host: container, checks of the configuration, routes. Nothing runs or listens yet.</summary>
    /// <param name="service">The service.</param>
    /// <param name="args">The command line.</param>
    /// <param name="configure">
    /// Runs first, for configuration and for services that are to stand instead of the host's own. To replace a part of the service itself, use
    /// <c>builder.Host.ConfigureContainer&lt;IServiceCollection&gt;</c>, which runs last.
    /// </param>
    /// <exception cref="ConfigurationException">A setting is missing or invalid.</exception>
    public static WebApplication Build(Phase1Service service, string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                // Settings are read once: a half-changed file must not change a running service, and watching costs handles.
                Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
                // appsettings.json lies beside the program, wherever it is started from.
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        ConsoleLogs.Add(builder);
        configure?.Invoke(builder);
        var settings = HostSettings.Read(builder.Configuration, builder.Environment, service.UsesDatabase);
        HostListener.Configure(builder, service.DefaultPort);
        builder.Services.TryAddSingleton(new ServiceIdentity(service.Name));
        HostServices.Add(builder.Services, settings, service.Name);
        service.AddEngine(builder.Services, builder.Configuration, settings);
        service.AddServices(builder.Services, builder.Configuration);
        var app = builder.Build();
        ValidatedOptions.Check(app.Services);
        // It counts from the first request on, not from the first scrape.
        _ = app.Services.GetRequiredService<MetricCollector>();
        HostPipeline.Use(app, service);
        HostPipeline.Map(app, settings);
        if (service.UsesDatabase)
        {
            Engine.Map(app);
        }
        service.MapEndpoints(app);
        return app;
    }
}
