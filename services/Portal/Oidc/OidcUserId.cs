using Phase1.Portal.SignIn;

namespace Phase1.Portal.Oidc;

/// <summary>The user id of whoever the provider names.</summary>
static class OidcUserId
{
    /// <summary>The claim as it is where it can stand in addresses and headers, else its hash; null where there is none.</summary>
    internal static string? Of(string? claim) =>
        claim switch
        {
            null or "" => null,
            _ when UserIds.IsPlain(claim) => claim,
            _ => $"oidc:{SecretHash.Of(claim).Hex}",
        };
}
