using Microsoft.AspNetCore.Identity;
using Phase1.Events;

namespace Phase1.Portal.SignIn;

/// <summary>A person who may sign in. ASP.NET Core Identity keeps login, password and lock-out; what it has beside them is not stored.</summary>
sealed class Account : IdentityUser
{
    public required string DisplayName { get; set; }

    /// <summary>Of <see cref="ServiceDefaults.Phase1Roles"/>.</summary>
    public string[] Roles { get; set; } = [];

    public string? OrgId { get; init; }

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
