using Phase1.Portal.Oidc;

namespace Phase1.Portal.Words;

sealed partial class En
{
    public string SignInAtProvider => "Sign in with the school's account";
    public string ProviderDoesNotAnswer => "The school's sign-in does not answer just now. Try again in a moment.";
    public string StillAtProvider => "You are still signed in with the school's account.";
    public string SignOutAtProvider => "Sign out there too";
    public string NotLetIn => "You were not let in";

    public string NotLetInSince(OidcRefusal refusal) =>
        refusal switch
        {
            OidcRefusal.NoRole =>
                "Your school's account is known, but nothing says what you do in Phase1. Ask whoever runs the accounts at your school.",
            OidcRefusal.Disabled => "Your access to Phase1 is turned off. Ask the school administrator of Phase1.",
            OidcRefusal.IdTaken => "Your id belongs to an account that Phase1 has made itself. Ask whoever runs Phase1 at your school.",
            _ => "The school's sign-in did not end well. Try again; if it happens again, ask whoever runs Phase1 at your school.",
        };
}
