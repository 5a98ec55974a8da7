using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Phase1.Portal.Frame;
using Phase1.Portal.Oidc;

namespace Phase1.Portal.SignIn;

/// <summary>
/// Reads the session's cookie, but for requests that sign somebody in: a session that begins there has a secret of its own, whatever cookie the
/// browser came with, or was given by somebody.
/// </summary>
sealed class SessionCookies : ICookieManager
{
    static readonly ChunkingCookieManager Chunks = new();

    public string? GetRequestCookie(HttpContext context, string key) =>
        context.GetEndpoint()?.Metadata.GetMetadata<BeginsSession>() is not null || context.Request.Path == OidcHandler.CallbackPath
            ? null
            : Chunks.GetRequestCookie(context, key);

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        Chunks.AppendResponseCookie(context, key, value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => Chunks.DeleteCookie(context, key, options);

    /// <summary>The secret of the session that the browser came with, whether it goes on or not; null when there is none.</summary>
    internal static string? SecretIn(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var cookie = Chunks.GetRequestCookie(context, options.Cookie.Name!);
        return cookie is null ? null : options.TicketDataFormat.Unprotect(cookie)?.Principal.Claims.FirstOrDefault()?.Value;
    }
}
