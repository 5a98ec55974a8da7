using Phase1.ServiceDefaults;

namespace Phase1.Portal.Frame;

/// <summary>What serves those who run the Portal is not there for those who come by its public name.</summary>
sealed class ManagementRoutesMiddleware(RequestDelegate next, PortalOptions options)
{
    static readonly PathString[] Routes = ["/readyz", "/metrics", "/internal", "/openapi"];

    public Task InvokeAsync(HttpContext context) =>
        IsPublic(context.Request.Host)
        && Routes.Any(route => context.Request.Path.StartsWithSegments(route, StringComparison.OrdinalIgnoreCase))
            ? throw new ProblemException(Problems.ResourceNotFound, Problems.ResourceNotFound.Title)
            : next(context);

    bool IsPublic(HostString host) =>
        options.PublicAddress is { IsLoopback: false } address
        && string.Equals(host.Host, address.Host, StringComparison.OrdinalIgnoreCase);
}
