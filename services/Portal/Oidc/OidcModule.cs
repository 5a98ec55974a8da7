using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Oidc;

/// <summary>Signing in by the school's own provider, where there is one.</summary>
static class OidcModule
{
    internal const string Scheme = "oidc";

    internal static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<OidcProvider>().AddScoped<OidcPeople>();
        services
            .AddOptions<PortalOptions>()
            .Validate<IWebHostEnvironment>(
                (portal, environment) =>
                    environment.IsDevelopment()
                    || !portal.Oidc.IsOn
                    || portal.Oidc.Authority!.StartsWith("https://", StringComparison.OrdinalIgnoreCase),
                "Portal:Oidc:Authority must be an https address outside Development."
            );
        // Without a provider the handler must not be there: it would look at each request whether it comes back from one.
        if (IsOn(configuration))
        {
            services.AddAuthentication().AddOpenIdConnect(Scheme, _ => { });
            services
                .AddOptions<OpenIdConnectOptions>(Scheme)
                .Configure<PortalOptions, IWebHostEnvironment, TimeProvider>(OidcHandler.Configure);
            // It prints what a provider says of a request that failed.
            services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None));
        }
    }

    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<PortalOptions>().Oidc.IsOn)
        {
            GetProviderSignInEndpoint.Map(routes);
            GetRefusalEndpoint.Map(routes);
        }
    }

    static bool IsOn(IConfiguration configuration) => configuration["Portal:Oidc:Authority"] is { Length: > 0 };
}
