using Phase1.Portal.Oidc;

namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string SignInAtProvider => "Logga in med skolans konto";
    public string ProviderDoesNotAnswer => "Skolans inloggning svarar inte just nu. Försök igen om en stund.";
    public string StillAtProvider => "Du är fortfarande inloggad med skolans konto.";
    public string SignOutAtProvider => "Logga ut även där";
    public string NotLetIn => "Du släpptes inte in";

    public string NotLetInSince(OidcRefusal refusal) =>
        refusal switch
        {
            OidcRefusal.NoRole => "Skolans konto är känt, men inget säger vad du gör i Phase1. Fråga den som sköter kontona på din skola.",
            OidcRefusal.Disabled => "Ditt tillträde till Phase1 är avstängt. Fråga skolans administratör för Phase1.",
            OidcRefusal.IdTaken => "Ditt id hör till ett konto som Phase1 har gjort självt. Fråga den som sköter Phase1 på din skola.",
            _ => "Inloggningen genom skolan lyckades inte. Försök igen; fråga den som sköter Phase1 om det händer igen.",
        };
}
