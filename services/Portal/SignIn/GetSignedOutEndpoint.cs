using Phase1.Portal.Frame;
using Phase1.Portal.Oidc;

namespace Phase1.Portal.SignIn;

/// <summary>Says that the session has ended, and where the one at the school's provider is ended.</summary>
static class GetSignedOutEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/signed-out", HandleAsync).ForEverybody();

    static async Task<IResult> HandleAsync(OidcProvider provider, CancellationToken cancellationToken) =>
        Pages.Show<SignedOutPage>(await provider.SignOutAddressAsync(cancellationToken));
}
