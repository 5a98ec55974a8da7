namespace Phase1.Portal.Oidc;

/// <summary>Why somebody whom the provider has sent is not let in.</summary>
enum OidcRefusal
{
    /// <summary>The provider's answer is not valid, or it has refused the person itself.</summary>
    Failed,

    /// <summary>No claim gives a role.</summary>
    NoRole,

    /// <summary>The person is disabled here.</summary>
    Disabled,

    /// <summary>The user id belongs to an account of the Portal's own.</summary>
    IdTaken,
}
