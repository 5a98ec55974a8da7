using System.Globalization;
using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Tokens;

/// <summary>Makes a token and shows it once.</summary>
static class CreateTokenEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/tokens", HandleAsync).ForPersons();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        Person person,
        ApiTokens tokens,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var state = form.State(["name", "days", .. TokenRules.RolesFor(person)]);
        string[] roles = [.. TokenRules.RolesFor(person).Where(role => form.Text(role).Length > 0)];
        if (form.Text("name").Length is 0 or > TokenRules.LongestName)
        {
            state.Wrong("name", page.Words.TokenNameMissing);
        }
        if (roles.Length == 0)
        {
            state.Wrong("roles", page.Words.RoleMissing);
        }
        if (
            !int.TryParse(form.Text("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            || !TokenRules.Lifetimes.Contains(days)
        )
        {
            throw ProblemException.Validation("days", $"A token lasts {string.Join(", ", TokenRules.Lifetimes)} days.");
        }
        var secret = state.IsWrong ? null : await tokens.MakeAsync(person, form.Text("name"), roles, days, cancellationToken);
        if (secret is null && !state.IsWrong)
        {
            state.Wrong("", page.Words.TooManyTokens);
        }
        return secret is null
            ? Pages.Show<TokensPage>(
                await TokensView.OfAsync(person, tokens, state, cancellationToken),
                StatusCodes.Status422UnprocessableEntity
            )
            : Pages.Show<TokensPage>(await TokensView.OfAsync(person, tokens, TokensView.Empty(person), cancellationToken, secret));
    }
}
