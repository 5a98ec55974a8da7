using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Tokens;

/// <summary>Revokes one of the person's tokens.</summary>
static class DeleteTokenEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/tokens/revoke", HandleAsync).ForPersons();

    static async Task<IResult> HandleAsync(HttpContext http, Person person, ApiTokens tokens, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(http);
        await tokens.RevokeAsync(person, form.Text("token"), cancellationToken);
        return Pages.Go("/me/tokens");
    }
}
