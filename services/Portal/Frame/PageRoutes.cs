using Microsoft.AspNetCore.Authorization;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Frame;

/// <summary>Whom a page serves. Every page says one of these; it is left out of the description of the HTTP interface, which is for programs.</summary>
static class PageRoutes
{
    /// <summary>Teachers; what the page asks of other services is asked with that role alone.</summary>
    internal static RouteHandlerBuilder ForTeacher(this RouteHandlerBuilder page) => page.ForRole(Phase1Roles.Teacher);

    /// <summary>
    /// Operators; what the page asks of other services is asked with that role, and with the right that it needs beside it, which a person must have too.
    /// </summary>
    internal static RouteHandlerBuilder ForOperator(this RouteHandlerBuilder page, string? right = null) =>
        page.ForRole(Phase1Roles.Operator, right);

    /// <summary>School administrators.</summary>
    internal static RouteHandlerBuilder ForSchoolAdmin(this RouteHandlerBuilder page) => page.ForRole(Phase1Roles.SchoolAdmin);

    /// <summary>Privacy officers.</summary>
    internal static RouteHandlerBuilder ForPrivacyOfficer(this RouteHandlerBuilder page) => page.ForRole(Phase1Roles.PrivacyOfficer);

    /// <summary>Everybody who has signed in; the page has no role and asks nothing of other services.</summary>
    internal static RouteHandlerBuilder ForPersons(this RouteHandlerBuilder page) =>
        page.Serve(policy => policy.RequireAuthenticatedUser());

    /// <summary>Everybody.</summary>
    internal static RouteHandlerBuilder ForEverybody(this RouteHandlerBuilder page) =>
        page.Serve(policy => policy.RequireAssertion(_ => true));

    /// <summary>Everybody, as if nobody had signed in: whoever signs in here begins a session, with forms of its own.</summary>
    internal static RouteHandlerBuilder ForNewSession(this RouteHandlerBuilder page) =>
        page.WithMetadata(new BeginsSession()).ForEverybody();

    /// <summary>Asked for by an open page, not by its person: it does not keep the session alive.</summary>
    internal static RouteHandlerBuilder AsksByItself(this RouteHandlerBuilder page) => page.WithMetadata(new AskedByPage());

    /// <summary>A form whose page is shown with all that was typed where a service is away that it was for.</summary>
    internal static RouteHandlerBuilder KeepsWhatIsTyped(this RouteHandlerBuilder page) => page.AddEndpointFilter<UnsentFilter>();

    static RouteHandlerBuilder ForRole(this RouteHandlerBuilder page, string role, string? right = null) =>
        page.WithMetadata(new ActingRole(role, right))
            .Serve(policy =>
                policy
                    .RequireAuthenticatedUser()
                    .RequireAssertion(context =>
                        Caller.Of(context.User) is var caller && caller.Is(role) && (right is null || caller.Is(right))
                    )
            );

    static RouteHandlerBuilder Serve(this RouteHandlerBuilder page, Action<AuthorizationPolicyBuilder> whom)
    {
        var policy = new AuthorizationPolicyBuilder(SessionCookie.Scheme);
        whom(policy);
        return page.RequireAuthorization(policy.Build()).AddEndpointFilter<ForgeryFilter>().ExcludeFromDescription();
    }
}

/// <summary>The one role with which a page works, whatever others the person has.</summary>
/// <param name="Name">One of <see cref="Phase1Roles"/>.</param>
/// <param name="Right">What an operator may hold beside the role; null where the page needs none.</param>
sealed record ActingRole(string Name, string? Right = null)
{
    /// <summary>What of it a person has; nothing without the role itself.</summary>
    internal string[] Of(string[] roles) => roles.Contains(Name) ? [.. new[] { Name, Right }.OfType<string>().Where(roles.Contains)] : [];
}

/// <summary>Says of a route that it takes no account of who has signed in.</summary>
sealed record BeginsSession;

/// <summary>Says of a route that open pages ask for it by themselves; a script says it of a page by a header.</summary>
sealed record AskedByPage
{
    internal const string Header = "X-Asked-By-Page";
}
