using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Phase1.Events;
using Phase1.Portal.Frame;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>
/// Has the cookie name a session and nothing else. Whom a request is made for is put together here: the person, with the one role that the page
/// works with.
/// </summary>
sealed class SessionTickets(Sessions sessions) : ITicketStore
{
    // By this claim a form's token belongs to one session.
    const string Subject = "sub";

    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException("The request is needed for its cookie.");

    // Somebody signs in where somebody is signed in: the one session ends, and the other has a secret that nobody has seen.
    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        if (SessionCookies.SecretIn(httpContext) is { } earlier)
        {
            await RemoveAsync(earlier, cancellationToken);
        }
        var secret = SecretHash.NewSecret();
        var caller = Caller.Of(ticket.Principal);
        await sessions.BeginAsync(SecretHash.Of(secret), caller.UserId, caller.Roles, cancellationToken);
        return secret;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => throw new NotSupportedException("Each sign-in begins a session.");

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => throw new NotSupportedException("The page is needed for its role.");

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var route = httpContext.GetEndpoint()?.Metadata;
        var isUse = route?.GetMetadata<AskedByPage>() is null && !httpContext.Request.Headers.ContainsKey(AskedByPage.Header);
        if (await sessions.FindAsync(SecretHash.Of(key), isUse, cancellationToken) is not var (person, endsAt))
        {
            return null;
        }
        httpContext.Features.Set(person);
        var identity = IdentityOf(person.UserId, person.OrgId, route?.GetMetadata<ActingRole>()?.Of(person.Roles) ?? []);
        identity.AddClaim(new Claim(Subject, person.Session.Hex));
        return new(new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = endsAt }, SessionCookie.Scheme);
    }

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => sessions.EndAsync(SecretHash.Of(key), cancellationToken);

    /// <summary>Signs a person in: the answer carries the session's cookie.</summary>
    internal static Task SignInAsync(HttpContext http, Account account) => http.SignInAsync(SessionCookie.Scheme, PrincipalOf(account));

    /// <summary>A person who signs in, with all roles: they say how long the session lasts.</summary>
    internal static ClaimsPrincipal PrincipalOf(Account account) => new(IdentityOf(account.Id, account.OrgId, account.Roles));

    static ClaimsIdentity IdentityOf(string userId, string? orgId, IReadOnlyList<string> roles) =>
        new Caller(ServiceNames.Portal, userId, orgId, roles).ToIdentity(SessionCookie.Scheme);
}
