using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>
/// Whether somebody can administer people yet; while nobody can, every page leads to the one that makes the first person. With a provider
/// of OpenID Connect there is no such page: the first person signs in there too.
/// </summary>
sealed class FirstPerson(PortalDbContext db, PortalOptions options)
{
    internal async Task<bool> IsMissingAsync(CancellationToken cancellationToken) =>
        !options.Oidc.IsOn
        && !await db.Accounts.AnyAsync(
            account => account.DisabledAt == null && account.Roles.Contains(Phase1Roles.SchoolAdmin),
            cancellationToken
        );
}
