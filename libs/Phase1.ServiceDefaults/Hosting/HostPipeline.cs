using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Phase1.ServiceDefaults;

/// <summary>What a request passes on its way to a route, and the routes that every host has.</summary>
static class HostPipeline
{
    internal static void Use(WebApplication app)
    {
        app.UseMiddleware<CorrelationMiddleware>();
        app.UseMiddleware<RequestMetricsMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<StartupGateMiddleware>();
    }

    internal static void Map(WebApplication app, HostSettings settings)
    {
        HealthEndpoints.Map(app);
        var description = app.MapOpenApi();
        _ = app.Environment.IsDevelopment() ? description.AllowAnonymous() : description.RequireService();
        if (settings.DemoClock is not null)
        {
            DemoClock.Map(app);
        }
        if (app.Services.GetService<SchemaVersion>() is null)
        {
            // Nothing to wait for.
            app.Services.GetRequiredService<StartupGate>().Open();
        }
    }
}
