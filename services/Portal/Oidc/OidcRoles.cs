using Phase1.Portal.SignIn;

namespace Phase1.Portal.Oidc;

/// <summary>What the provider's claims make of a person.</summary>
static class OidcRoles
{
    internal static string[] Of(IEnumerable<string> claims, OidcOptions options)
    {
        var given = claims.Select(claim => options.RoleMap.GetValueOrDefault(claim)).OfType<string>().ToHashSet();
        var roles = PersonRoles.Of(given.Contains);
        return roles.Length == 0 && options.DefaultRole is { Length: > 0 } usual ? [usual] : roles;
    }
}
