using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>The cookie of a session, and where a request goes that has none, or not the role that the page needs.</summary>
static class SessionCookie
{
    internal const string Scheme = "session";

    internal static void Configure(CookieAuthenticationOptions options, SessionTickets tickets, IWebHostEnvironment environment)
    {
        options.SessionStore = tickets;
        options.CookieManager = new SessionCookies();
        // The session's row says how long it lasts.
        options.SlidingExpiration = false;
        options.ExpireTimeSpan = SessionLimits.Longest;
        options.Cookie.Name = environment.IsDevelopment() ? "phase1-dev" : "__Host-phase1";
        options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.None : CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;
        // With Strict a link out of a mail arrives signed out; what it would add, the check of forms gives.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.Events.OnRedirectToLogin = AskToSignInAsync;
        options.Events.OnRedirectToAccessDenied = DenyAsync;
    }

    static async Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Headers.Authorization.Count > 0)
        {
            // What was sent is lost to a redirect; a script asks for the sign-in and sends it again. A program has no use for the form.
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var people = http.RequestServices.GetRequiredService<FirstPerson>();
        var target = await people.IsMissingAsync(http.RequestAborted)
            ? "/setup"
            : $"/sign-in?return={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}";
        await Pages.Go(target).ExecuteAsync(http);
    }

    // A page that is not for this person is not there.
    static Task DenyAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
