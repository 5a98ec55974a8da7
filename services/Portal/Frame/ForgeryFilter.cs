using Microsoft.AspNetCore.Antiforgery;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Frame;

/// <summary>
/// Takes what changes something from the Portal's own pages alone: the page's token must come with it, and where the browser says from which page
/// a request comes it must be one of ours.
/// </summary>
sealed class ForgeryFilter(IAntiforgery tokens, OwnOrigin own) : IEndpointFilter
{
    internal const string Field = "__token";
    internal const string Header = "X-Antiforgery";

    internal static void Configure(AntiforgeryOptions options, IWebHostEnvironment environment)
    {
        options.FormFieldName = Field;
        options.HeaderName = Header;
        options.Cookie.Name = environment.IsDevelopment() ? "phase1-dev-form" : "__Host-phase1-form";
        options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.None : CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.Path = "/";
        // The content security policy says it for all browsers.
        options.SuppressXFrameOptionsHeader = true;
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !await IsOwnAsync(http))
        {
            throw new ProblemException(Problems.InvalidRequest, "The request does not come from a page of this session.");
        }
        return await next(context);
    }

    async Task<bool> IsOwnAsync(HttpContext http)
    {
        var headers = http.Request.Headers;
        return (headers.Origin is not [{ } origin, ..] || own.Is(origin, http.Request))
            && (headers["Sec-Fetch-Site"] is not [{ } site, ..] || site == "same-origin")
            && await HasTokenAsync(http);
    }

    async Task<bool> HasTokenAsync(HttpContext http)
    {
        try
        {
            await tokens.ValidateRequestAsync(http);
            return true;
        }
        catch (AntiforgeryValidationException unread) when (unread.InnerException is InvalidDataException or IOException)
        {
            throw new ProblemException(Problems.PayloadTooLarge, "The form is larger than this route takes, or broke off.");
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }
}
