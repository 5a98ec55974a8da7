using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Phase1.Events;
using Phase1.Portal.Frame;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Tokens;

/// <summary>Knows a program by the bearer token that it sends; a cookie says nothing here. The request carries the one role of its route.</summary>
sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ApiTokens tokens
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string SchemeName = "token";

    const string Bearer = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (
            !AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)
            || !string.Equals(header.Scheme, Bearer, StringComparison.OrdinalIgnoreCase)
            || header.Parameter is not { } secret
        )
        {
            return AuthenticateResult.NoResult();
        }
        if (await tokens.FindAsync(secret, Context.RequestAborted) is not { } holder)
        {
            return AuthenticateResult.Fail("no token that works");
        }
        Context.Features.Set(holder);
        var acting = Context.GetEndpoint()?.Metadata.GetMetadata<ActingRole>();
        var identity = new Caller(ServiceNames.Portal, holder.UserId, holder.OrgId, acting?.Of(holder.Roles) ?? []).ToIdentity(SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    // The body of both refusals is the host's problem document.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Bearer;
        return Task.CompletedTask;
    }
}
