using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>Whether somebody can administer people yet; while nobody can, every page leads to the one that makes the first person.</summary>
sealed class FirstPerson(PortalDbContext db)
{
    internal async Task<bool> IsMissingAsync(CancellationToken cancellationToken) =>
        !await db.Accounts.AnyAsync(
            account => account.DisabledAt == null && account.Roles.Contains(Phase1Roles.SchoolAdmin),
            cancellationToken
        );
}
