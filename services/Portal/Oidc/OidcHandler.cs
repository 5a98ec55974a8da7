using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Oidc;

/// <summary>The framework's handler, set up: authorization code with proof key, answers in the query, one provider.</summary>
static class OidcHandler
{
    internal const string CallbackPath = "/sign-in/oidc/callback";

    // How far the provider's clock may be from ours.
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    internal static void Configure(OpenIdConnectOptions options, PortalOptions portal, IWebHostEnvironment environment, TimeProvider clock)
    {
        var oidc = portal.Oidc;
        (options.Authority, options.ClientId, options.ClientSecret) = (oidc.Authority, oidc.ClientId, oidc.ClientSecret);
        options.RequireHttpsMetadata = !environment.IsDevelopment();
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.CallbackPath = CallbackPath;
        // The handler's other addresses would sign somebody out by a GET that any page can cause.
        (options.RemoteSignOutPath, options.SignedOutCallbackPath) = (PathString.Empty, PathString.Empty);
        options.SignInScheme = SessionCookie.Scheme;
        options.DisableTelemetry = true;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.Scope.Clear();
        foreach (var scope in oidc.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Scope.Add(scope);
        }
        ReadClaims(options, oidc);
        KeepCookies(options, environment);
        options.TokenValidationParameters.LifetimeValidator = (from, until, _, _) => IsNow(clock.GetUtcNow().UtcDateTime, from, until);
        options.Events.OnTicketReceived = ReceiveAsync;
        options.Events.OnRemoteFailure = FailAsync;
    }

    // Names and roles may stand in the token or be asked for with it.
    static void ReadClaims(OpenIdConnectOptions options, OidcOptions oidc)
    {
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        foreach (var claim in new[] { oidc.UserIdClaim, oidc.NameClaim, oidc.RolesClaim, oidc.OrgClaim }.OfType<string>().Distinct())
        {
            options.ClaimActions.Remove(claim);
            options.ClaimActions.MapJsonKey(claim, claim);
        }
    }

    static void KeepCookies(OpenIdConnectOptions options, IWebHostEnvironment environment)
    {
        foreach (var cookie in new[] { options.NonceCookie, options.CorrelationCookie })
        {
            // The provider leads back by a link, which Lax cookies come with.
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.None : CookieSecurePolicy.Always;
        }
    }

    static bool IsNow(DateTime now, DateTime? from, DateTime? until) => until is { } end && now < end + Skew && !(from - Skew > now);

    static async Task ReceiveAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var people = http.RequestServices.GetRequiredService<OidcPeople>();
        var (account, refusal) = await people.SignInAsync(context.Principal!, http.RequestAborted);
        if (account is null)
        {
            context.HandleResponse();
            await GetRefusalEndpoint.Go(refusal).ExecuteAsync(http);
            return;
        }
        context.Principal = SessionTickets.PrincipalOf(account);
        context.ReturnUri = Frame.Pages.StartOf(account.Roles, context.ReturnUri);
    }

    static async Task FailAsync(RemoteFailureContext context)
    {
        var http = context.HttpContext;
        await http.RequestServices.GetRequiredService<OidcPeople>().NoteFailureAsync(context.Failure!, http.RequestAborted);
        context.HandleResponse();
        await GetRefusalEndpoint.Go(OidcRefusal.Failed).ExecuteAsync(http);
    }
}
