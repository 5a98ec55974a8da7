using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Tokens;

/// <summary>Hands a program's request on to the service, as it is, and the service's answer back.</summary>
static class ForwardRequestEndpoint
{
    const int Megabyte = 1024 * 1024;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var longest = routes.ServiceProvider.GetRequiredService<PortalOptions>().MaxFormMegabytes * (long)Megabyte;
        foreach (var route in ForwardedRoutes.Of(routes.ServiceProvider.GetRequiredService<IConfiguration>()))
        {
            var mapped = routes
                .MapMethods(route.Pattern, [route.Method], HandleAsync)
                .WithMetadata(route, route.Acting)
                .RequireAuthorization(PolicyOf(route))
                .ExcludeFromDescription();
            if (route is { Client: nameof(UploadsClient), Method: "POST" })
            {
                mapped.WithMetadata(new RequestSizeLimitAttribute(longest));
            }
        }
    }

    static AuthorizationPolicy PolicyOf(ForwardedRoute route) =>
        new AuthorizationPolicyBuilder(TokenAuthentication.SchemeName)
            .RequireAuthenticatedUser()
            .RequireAssertion(context =>
                Caller.Of(context.User) is var caller
                && caller.Is(route.Acting.Name)
                && (route.Acting.Right is not { } right || caller.Is(right))
            )
            .Build();

    static async Task HandleAsync(HttpContext http, TokenLimit limit, IHttpClientFactory clients, CancellationToken cancellationToken)
    {
        limit.Count(http.Features.GetRequiredFeature<TokenHolder>());
        if (http.Request.ContentLength > http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            throw new ProblemException(Problems.PayloadTooLarge, Problems.PayloadTooLarge.Title);
        }
        var route = http.GetEndpoint()!.Metadata.GetRequiredMetadata<ForwardedRoute>();
        using var request = ForwardedHeaders.Request(http, new HttpMethod(route.Method), route.AddressOf(http.Request));
        using var answer = await clients.CreateClient(route.Client).SendAsync(request, cancellationToken);
        await ForwardedHeaders.AnswerAsync(answer, http.Response, cancellationToken);
    }
}
