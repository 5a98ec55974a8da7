using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Phase1.ServiceDefaults;

/// <summary>What a request passes on its way to a route, and the routes that every host has.</summary>
static class HostPipeline
{
    internal static void Use(WebApplication app, Phase1Service service)
    {
        app.UseMiddleware<PrivateAnswersMiddleware>();
        app.UseMiddleware<CorrelationMiddleware>();
        app.UseMiddleware<RequestMetricsMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<AllowedHostsMiddleware>();
        service.Use(app);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<DoorMiddleware>();
        if (service.UsesDatabase)
        {
            Engine.Use(app);
        }
    }

    internal static void Map(WebApplication app, HostSettings settings)
    {
        HealthEndpoints.Map(app);
        var description = app.MapOpenApi();
        _ = app.Environment.IsDevelopment() ? description.AllowAnonymous() : description.RequireService();
        if (settings.DemoClock is not null)
        {
            DemoClockEndpoints.Map(app);
        }
    }
}
