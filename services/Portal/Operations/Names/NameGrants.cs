using Microsoft.EntityFrameworkCore;

namespace Phase1.Portal.Operations.Names;

/// <summary>The grants in force.</summary>
sealed class NameGrants(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Null where the person may not see the names of the batch, or not any more.</summary>
    internal Task<NameGrant?> FindAsync(string userId, Guid batchId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db
            .NameGrants.Where(grant => grant.UserId == userId && grant.BatchId == batchId)
            .Where(grant => grant.EndedAt == null && grant.EndsAt > now)
            .OrderByDescending(grant => grant.EndsAt)
            .FirstOrDefaultAsync(cancellationToken);
    }

    internal void Add(string userId, Guid batchId, string reason)
    {
        var now = clock.GetUtcNow();
        db.NameGrants.Add(
            new()
            {
                GrantId = Guid.CreateVersion7(now),
                UserId = userId,
                BatchId = batchId,
                Reason = reason,
                GrantedAt = now,
                EndsAt = now + NameGrant.Lasts,
            }
        );
    }

    internal void End(NameGrant grant) => grant.EndedAt = clock.GetUtcNow();
}
