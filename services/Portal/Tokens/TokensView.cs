using System.Globalization;
using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Tokens;

/// <summary>What the page of tokens shows.</summary>
/// <param name="Tokens">Those that work.</param>
/// <param name="Roles">Those that the person may give to another one.</param>
/// <param name="Form">The next one.</param>
/// <param name="Secret">The one that has just been made, shown once.</param>
public sealed record TokensView(IReadOnlyList<TokenEntry> Tokens, IReadOnlyList<string> Roles, FormState Form, string? Secret)
{
    internal static async Task<TokensView> OfAsync(
        Person person,
        ApiTokens tokens,
        FormState form,
        CancellationToken cancellationToken,
        string? secret = null
    ) => new(await tokens.OfAsync(person, cancellationToken), TokenRules.RolesFor(person), form, secret);

    /// <summary>With the first role of the person: mostly a teacher's.</summary>
    internal static FormState Empty(Person person)
    {
        var form = new FormState();
        form.Values["days"] = TokenRules.Lifetimes[0].ToString(CultureInfo.InvariantCulture);
        foreach (var role in TokenRules.RolesFor(person).Take(1))
        {
            form.Values[role] = "on";
        }
        return form;
    }
}
