using Microsoft.EntityFrameworkCore;

namespace Phase1.Portal.SignIn;

/// <summary>Makes links that work once, and uses them up.</summary>
sealed class OneTimeLinks(PortalDbContext db, PortalOptions options, TimeProvider clock)
{
    /// <summary>An invitation may lie over a weekend.</summary>
    internal static TimeSpan ValidFor(LinkPurpose purpose) => TimeSpan.FromHours(purpose == LinkPurpose.Invite ? 72 : 24);

    /// <summary>Makes a link; older ones for the same end.</summary>
    /// <returns>The secret, which is kept nowhere.</returns>
    internal async Task<string> MakeAsync(LinkPurpose purpose, string? userId, CancellationToken cancellationToken)
    {
        await db.Links.Where(link => link.Purpose == purpose && link.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        var secret = SecretHash.NewSecret();
        db.Links.Add(
            new()
            {
                TokenHash = SecretHash.Of(secret).Hex,
                Purpose = purpose,
                UserId = userId,
                ExpiresAt = clock.GetUtcNow() + ValidFor(purpose),
            }
        );
        return secret;
    }

    /// <summary>Whether a link can be used; looking does not use it up.</summary>
    internal Task<OneTimeLink?> FindAsync(LinkPurpose purpose, string? secret, CancellationToken cancellationToken) =>
        Usable(purpose, secret).AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    /// <summary>Uses a link up: of two requests at the same moment one does. Belongs to the transaction of what the link is for.</summary>
    internal async Task<bool> UseAsync(LinkPurpose purpose, string? secret, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await Usable(purpose, secret).ExecuteUpdateAsync(link => link.SetProperty(l => l.UsedAt, now), cancellationToken) == 1;
    }

    /// <summary>Ends all links of a person.</summary>
    internal Task EndAsync(string userId, CancellationToken cancellationToken) =>
        db.Links.Where(link => link.UserId == userId).ExecuteDeleteAsync(cancellationToken);

    IQueryable<OneTimeLink> Usable(LinkPurpose purpose, string? secret)
    {
        var (hash, now) = (SecretHash.Of(secret ?? "").Hex, clock.GetUtcNow());
        // They lead to a password, which nobody could sign in with.
        var isInUse = options.HasEmbeddedAccounts || purpose == LinkPurpose.Development;
        return db.Links.Where(link =>
            isInUse && link.TokenHash == hash && link.Purpose == purpose && link.UsedAt == null && link.ExpiresAt > now
        );
    }
}
