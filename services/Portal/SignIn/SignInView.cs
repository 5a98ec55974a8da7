using Phase1.Portal.Frame;
using Phase1.Portal.Words;

namespace Phase1.Portal.SignIn;

/// <summary>What the page of signing in shows.</summary>
/// <param name="Form">Login and password.</param>
/// <param name="Provider">What stands on the button that leads to the school's own sign-in; null where there is none.</param>
/// <param name="HasForm">Whether accounts of the Portal's own sign in here.</param>
public sealed record SignInView(FormState Form, string? Provider, bool HasForm)
{
    internal static SignInView Of(FormState form, PortalOptions options, IWords say) =>
        new(form, options.Oidc.IsOn ? options.Oidc.ButtonText ?? say.SignInAtProvider : null, options.HasEmbeddedAccounts);
}
