using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phase1.Events;

namespace Phase1.ServiceDefaults;

/// <summary>Authenticates services by key and id; only together with these is the forwarded identity believed.</summary>
sealed class ServiceKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ServiceKeys keys
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string SchemeName = "service-key";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var wrongKey = Header(HeaderNames.ApiKey) is { } key && Header(HeaderNames.ServiceId) is { } service && !keys.Accept(service, key);
        await (
            wrongKey
                ? ProblemDocument.WriteAsync(
                    Context,
                    Problems.InvalidApiKey,
                    $"The key in {HeaderNames.ApiKey} is not one of the service that {HeaderNames.ServiceId} names."
                )
                : ProblemDocument.WriteAsync(
                    Context,
                    Problems.AuthenticationError,
                    $"This route needs valid headers {HeaderNames.ApiKey} and {HeaderNames.ServiceId}."
                )
        );
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Caller.Of(Context.User).UserIdOrNull is null
            ? ProblemDocument.WriteAsync(Context, Problems.AuthenticationError, $"This route needs the header {HeaderNames.UserId}.")
            : ProblemDocument.WriteAsync(Context, Problems.AuthorizationError, "The caller's roles do not allow this.");

    AuthenticateResult Authenticate()
    {
        if (Header(HeaderNames.ApiKey) is not { } key)
        {
            return AuthenticateResult.NoResult();
        }
        var (service, user, org) = (Header(HeaderNames.ServiceId), Header(HeaderNames.UserId), Header(HeaderNames.OrgId));
        if (service is null || new[] { service, user, org }.Any(text => text is not null && !Identities.IsValid(text)))
        {
            return AuthenticateResult.Fail("service id missing, or an identity that is none");
        }
        if (!keys.Accept(service, key))
        {
            return AuthenticateResult.Fail("not a key of this service");
        }
        if (user is null && Request.Headers.ContainsKey(HeaderNames.UserRoles))
        {
            return AuthenticateResult.Fail("roles of nobody");
        }
        var claims = new List<Claim> { new(CallerClaims.ServiceId, service) };
        if (user is not null)
        {
            claims.Add(new(CallerClaims.UserId, user));
            claims.AddRange(Roles().Select(role => new Claim(CallerClaims.Role, role)));
        }
        if (org is not null)
        {
            claims.Add(new(CallerClaims.OrgId, org));
        }
        var identity = new ClaimsIdentity(claims, Scheme.Name, CallerClaims.UserId, CallerClaims.Role);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    // The Portal names the roles. Without that header a user is a teacher; with it only what stands there, which may be nothing.
    string[] Roles() =>
        Request.Headers.TryGetValue(HeaderNames.UserRoles, out var named)
            ? named.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [Phase1Roles.Teacher];

    string? Header(string name) => Request.Headers[name] is [{ } text] && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
