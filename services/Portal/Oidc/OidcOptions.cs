using Phase1.Portal.SignIn;

namespace Phase1.Portal.Oidc;

/// <summary>Section <c>Portal:Oidc</c>: the school's own sign-in, by OpenID Connect. It is on where <c>Authority</c> is set.</summary>
sealed class OidcOptions
{
    /// <summary>The provider's address, under which its discovery document is. Must be https outside Development.</summary>
    public string? Authority { get; set; }

    /// <summary>As what the Portal is known to the provider.</summary>
    public string? ClientId { get; set; }

    /// <summary>The Portal's password at the provider; a provider that asks for none is content with the proof key.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What is asked of the provider, with blanks between them.</summary>
    public string Scopes { get; set; } = "openid profile";

    /// <summary>The claim that says who somebody is: the user id, by which classes and batches belong to their teacher.</summary>
    public string UserIdClaim { get; set; } = "sub";

    /// <summary>The claim with the person's name.</summary>
    public string NameClaim { get; set; } = "name";

    /// <summary>The claim with what the person is; it may stand several times.</summary>
    public string RolesClaim { get; set; } = "roles";

    /// <summary>Which role or right each value of that claim stands for. A value that is not named gives nothing.</summary>
    public Dictionary<string, string> RoleMap { get; set; } = [];

    /// <summary>The role of a person whose claims give none; without it such a person is refused.</summary>
    public string? DefaultRole { get; set; }

    /// <summary>The claim with the person's organisation, if any.</summary>
    public string? OrgClaim { get; set; }

    /// <summary>What stands on the button that leads to the provider; the pages' own words where it is not set.</summary>
    public string? ButtonText { get; set; }

    internal bool IsOn => Authority is { Length: > 0 };

    internal IEnumerable<string> Validate()
    {
        if (!IsOn)
        {
            yield break;
        }
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return "Oidc:Authority must be an absolute http address.";
        }
        if (ClientId is not { Length: > 0 })
        {
            yield return "Oidc:ClientId is missing: as what the Portal is known to the provider.";
        }
        if (!Scopes.Split(' ').Contains("openid"))
        {
            yield return "Oidc:Scopes must hold openid.";
        }
        if (RoleMap.Values.FirstOrDefault(role => !PersonRoles.All.Concat(PersonRoles.Rights).Contains(role)) is { } unknown)
        {
            yield return $"Oidc:RoleMap names {unknown}, which is no role.";
        }
        if (DefaultRole is { Length: > 0 } && !PersonRoles.All.Contains(DefaultRole))
        {
            yield return $"Oidc:DefaultRole must be one of {string.Join(", ", PersonRoles.All)}.";
        }
    }
}
