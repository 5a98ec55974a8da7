using Phase1.Portal.Oidc;

namespace Phase1.Portal.Words;

/// <summary>Texts about signing in at the school's provider.</summary>
interface IOidcWords
{
    string SignInAtProvider { get; }
    string ProviderDoesNotAnswer { get; }
    string StillAtProvider { get; }
    string SignOutAtProvider { get; }
    string NotLetIn { get; }

    string NotLetInSince(OidcRefusal refusal);
}
