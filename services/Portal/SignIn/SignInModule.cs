using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Phase1.Portal.SignIn;

/// <summary>Accounts, sessions, links: who somebody is.</summary>
static class SignInModule
{
    internal static PasswordHasherOptions Hashing { get; } = new() { IterationCount = 210_000 };

    internal static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddIdentityCore<Account>(identity =>
            {
                // Our own rules check the length, and nothing is asked for beside it.
                identity.Password = new PasswordOptions
                {
                    RequiredLength = 1,
                    RequiredUniqueChars = 0,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                // Any letter, and an address.
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddUserManager<Accounts>()
            .AddPasswordValidator<PasswordRules>();
        services.AddSingleton(Options.Create(Hashing));
        services.AddSingleton<Sessions>().AddSingleton<SessionTickets>().AddSingleton<AttemptLimit>();
        services.AddScoped<OneTimeLinks>().AddScoped<AuditTrail>().AddScoped<FirstPerson>();
        services.AddAuthentication().AddCookie(SessionCookie.Scheme);
        services
            .AddOptions<CookieAuthenticationOptions>(SessionCookie.Scheme)
            .Configure<SessionTickets, IWebHostEnvironment>(SessionCookie.Configure);
        KeyCertificate.Use(services.AddDataProtection().SetApplicationName("phase1-portal"), configuration);
        // It would ask for the keys at start, when there may be no table yet; they are read when the first one is needed.
        services.Remove(
            services.Single(service =>
                service.ServiceType == typeof(IHostedService)
                && service.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly
            )
        );
        services.AddSingleton<DatabaseKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseKeys>((keys, database) => keys.XmlRepository = database);
        services
            .AddOptions<PortalOptions>()
            .Validate<IWebHostEnvironment>(
                (portal, environment) => environment.IsDevelopment() || portal.PublicAddress?.Scheme == Uri.UriSchemeHttps,
                "Portal:PublicUrl must be an https address outside Development."
            );
    }

    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetSignInEndpoint.Map(routes);
        CreateSessionEndpoint.Map(routes);
        DeleteSessionEndpoint.Map(routes);
        GetSignedOutEndpoint.Map(routes);
        GetSetupEndpoint.Map(routes);
        CreateFirstPersonEndpoint.Map(routes);
        GetPasswordEndpoint.Map(routes);
        UpdateLostPasswordEndpoint.Map(routes);
        GetInvitationEndpoint.Map(routes);
        ConfirmInvitationEndpoint.Map(routes);
        if (routes.ServiceProvider.GetRequiredService<IWebHostEnvironment>().IsDevelopment())
        {
            GetDevelopmentSignInEndpoint.Map(routes);
            CreateDevelopmentSessionEndpoint.Map(routes);
        }
    }
}
