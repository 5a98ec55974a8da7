using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>What an invitation shows.</summary>
/// <param name="Login">By which the person will sign in.</param>
/// <param name="Form">The first password.</param>
public sealed record InvitationView(string Login, FormState Form)
{
    internal static InvitationView Of(string secret, string login)
    {
        var form = new FormState();
        form.Values["t"] = secret;
        return new(login, form);
    }
}
