using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Phase1.ServiceDefaults;

/// <summary>
/// Lets the fallback policy guard routes alone: an address or a method that no route has is 404 or 405, whoever asks. (The framework applies
/// the fallback to requests without a route, too.)
/// </summary>
sealed class RouteGuard : IAuthorizationMiddlewareResultHandler
{
    readonly AuthorizationMiddlewareResultHandler _framework = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    ) => context.GetEndpoint() is RouteEndpoint ? _framework.HandleAsync(next, context, policy, authorizeResult) : next(context);
}
