using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>
/// Whether somebody can administer people yet; while nobody can, every page leads to the one that makes the first person. Where the school's provider
/// says who somebody is, it says so of the first person too.
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
