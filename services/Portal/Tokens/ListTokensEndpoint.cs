using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Tokens;

/// <summary>The person's own tokens.</summary>
static class ListTokensEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/me/tokens", HandleAsync).ForPersons();

    static async Task<IResult> HandleAsync(Person person, ApiTokens tokens, CancellationToken cancellationToken) =>
        Pages.Show<TokensPage>(await TokensView.OfAsync(person, tokens, TokensView.Empty(person), cancellationToken));
}
