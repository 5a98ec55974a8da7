using Microsoft.AspNetCore.Authentication;
using Phase1.Portal.Frame;

namespace Phase1.Portal.Oidc;

/// <summary>Leads to the provider. A link and no form: browsers follow no redirect of a form to another site.</summary>
static class GetProviderSignInEndpoint
{
    internal const string Path = "/sign-in/oidc";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, HandleAsync).ForEverybody();

    static async Task<IResult> HandleAsync(
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "return")] string? path,
        OidcProvider provider,
        CancellationToken cancellationToken
    ) =>
        await provider.FindAsync(cancellationToken) is null
            ? Pages.Go($"/sign-in?away=true&return={Uri.EscapeDataString(Pages.Local(path))}")
            : Results.Challenge(new AuthenticationProperties { RedirectUri = Pages.Local(path) }, [OidcModule.Scheme]);
}
