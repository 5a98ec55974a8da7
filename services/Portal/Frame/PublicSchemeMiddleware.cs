namespace Phase1.Portal.Frame;

/// <summary>
/// Gives every request the scheme of the public address: TLS ends here or at a proxy in front, and cookies are for browsers that came by it.
/// </summary>
sealed class PublicSchemeMiddleware(RequestDelegate next, PortalOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Request.Scheme = options.PublicAddress?.Scheme ?? context.Request.Scheme;
        return next(context);
    }
}
