using Microsoft.AspNetCore.Authentication;

namespace Phase1.Portal.Tokens;

/// <summary>Programs: their tokens, and what they may ask.</summary>
static class TokensModule
{
    internal static void AddServices(IServiceCollection services)
    {
        services.AddScoped<ApiTokens>().AddSingleton<TokenLimit>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
    }

    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListTokensEndpoint.Map(routes);
        CreateTokenEndpoint.Map(routes);
        DeleteTokenEndpoint.Map(routes);
        ForwardRequestEndpoint.Map(routes);
    }
}
