using Microsoft.AspNetCore.Authorization;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Frame;

/// <summary>Whom a page serves. Every page says one of these; it is left out of the description of the HTTP interface, which is for programs.</summary>
static class PageRoutes
{
    /// <summary>Teachers; what the page asks of other services is asked with that role alone.</summary>
    internal static RouteHandlerBuilder ForTeacher(this RouteHandlerBuilder page) => page.ForRole(Phase1Roles.Teacher);

    /// <summary>Everybody who has signed in; the page has no role and asks nothing of other services.</summary>
    internal static RouteHandlerBuilder ForPersons(this RouteHandlerBuilder page) =>
        page.Serve(policy => policy.RequireAuthenticatedUser());

    /// <summary>Everybody.</summary>
    internal static RouteHandlerBuilder ForEverybody(this RouteHandlerBuilder page) =>
        page.Serve(policy => policy.RequireAssertion(_ => true));

    /// <summary>Asked for by an open page, not by its person: it does not keep the session alive.</summary>
    internal static RouteHandlerBuilder AsksByItself(this RouteHandlerBuilder page) => page.WithMetadata(new AskedByPage());

    static RouteHandlerBuilder ForRole(this RouteHandlerBuilder page, string role) =>
        page.WithMetadata(new ActingRole(role))
            .Serve(policy => policy.RequireAuthenticatedUser().RequireAssertion(context => Caller.Of(context.User).Is(role)));

    static RouteHandlerBuilder Serve(this RouteHandlerBuilder page, Action<AuthorizationPolicyBuilder> whom)
    {
        var policy = new AuthorizationPolicyBuilder(SessionCookie.Scheme);
        whom(policy);
        return page.RequireAuthorization(policy.Build()).AddEndpointFilter<ForgeryFilter>().ExcludeFromDescription();
    }
}

/// <summary>The one role with which a page works, whatever others the person has.</summary>
/// <param name="Name">One of <see cref="Phase1Roles"/>.</param>
sealed record ActingRole(string Name);

/// <summary>Says of a route that open pages ask for it by themselves.</summary>
sealed record AskedByPage;
