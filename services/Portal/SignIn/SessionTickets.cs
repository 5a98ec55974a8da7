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

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, CancellationToken.None);

    public async Task<string> StoreAsync(AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var secret = SecretHash.NewSecret();
        await BeginAsync(secret, ticket, cancellationToken);
        return secret;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    // Somebody signs in where somebody is signed in: the session is the new person's alone.
    public async Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        await RemoveAsync(key, cancellationToken);
        await BeginAsync(key, ticket, cancellationToken);
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => throw new NotSupportedException("The page is needed for its role.");

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var route = httpContext.GetEndpoint()?.Metadata;
        var isUse = route?.GetMetadata<AskedByPage>() is null;
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

    Task BeginAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var caller = Caller.Of(ticket.Principal);
        return sessions.BeginAsync(SecretHash.Of(key), caller.UserId, caller.Roles, cancellationToken);
    }

    static ClaimsIdentity IdentityOf(string userId, string? orgId, IReadOnlyList<string> roles) =>
        new Caller(ServiceNames.Portal, userId, orgId, roles).ToIdentity(SessionCookie.Scheme);
}
