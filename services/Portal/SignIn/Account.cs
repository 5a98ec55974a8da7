using Microsoft.AspNetCore.Identity;
using Phase1.Events;

namespace Phase1.Portal.SignIn;

/// <summary>A person who may sign in. ASP.NET Core Identity keeps login, password and lock-out; what it has beside them is not stored.</summary>
sealed class Account : IdentityUser
{
    public required string DisplayName { get; set; }

    /// <summary>Of <see cref="ServiceDefaults.Phase1Roles"/>, an operator's rights among them.</summary>
    public string[] Roles { get; set; } = [];

    /// <summary>Who says that it is this person.</summary>
    public AccountSource Source { get; init; }

    public string? OrgId { get; set; }

    /// <summary>Null until the person chooses one.</summary>
    public Language? Language { get; set; }

    /// <summary>As in Europe/Stockholm; null until the person chooses one.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Whether single keys act on the review board.</summary>
    public bool KeysOn { get; set; } = true;

    public DateTimeOffset? DisabledAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignInAt { get; set; }
}

/// <summary>Who vouches for a person.</summary>
enum AccountSource
{
    /// <summary>The Portal, by a password.</summary>
    Embedded,

    /// <summary>The school's provider, which also says which roles the person has.</summary>
    Oidc,
}
