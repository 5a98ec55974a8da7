using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Portal.SignIn;
using Phase1.Text;

namespace Phase1.Portal.Oidc;

/// <summary>
/// The people whom the provider vouches for. Name, organisation and roles are what the provider says at each sign-in; only whether somebody is
/// disabled is said here.
/// </summary>
sealed partial class OidcPeople(
    PortalDbContext db,
    AuditTrail audit,
    UnitOfWork work,
    PortalOptions options,
    TimeProvider clock,
    ILogger<OidcPeople> logger
)
{
    /// <summary>The account of whoever has signed in at the provider; null, with the reason, for whoever is not let in.</summary>
    internal async Task<(Account? Account, OidcRefusal Refusal)> SignInAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var oidc = options.Oidc;
        if (OidcUserId.Of(principal.FindFirstValue(oidc.UserIdClaim)) is not { } userId)
        {
            return (null, OidcRefusal.Failed);
        }
        var roles = OidcRoles.Of(principal.FindAll(oidc.RolesClaim).Select(claim => claim.Value), oidc);
        await work.BeginAsync(cancellationToken);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == userId, cancellationToken);
        OidcRefusal? refusal = account switch
        {
            { Source: AccountSource.Embedded } => OidcRefusal.IdTaken,
            { DisabledAt: not null } => OidcRefusal.Disabled,
            _ when roles.Length == 0 => OidcRefusal.NoRole,
            _ => null,
        };
        if (account is null && refusal is null)
        {
            account = new()
            {
                Id = userId,
                DisplayName = userId,
                Source = AccountSource.Oidc,
                CreatedAt = clock.GetUtcNow(),
            };
            db.Accounts.Add(account);
        }
        if (account is { Source: AccountSource.Oidc })
        {
            // Also of whoever is refused: other sessions and tokens have no more than the provider gives now.
            account.Roles = roles;
        }
        if (refusal is null)
        {
            account!.DisplayName = NameOf(principal.FindFirstValue(oidc.NameClaim)) ?? userId;
            account.OrgId = oidc.OrgClaim is { Length: > 0 } org ? IdentityOf(principal.FindFirstValue(org)) : null;
            account.LastSignInAt = clock.GetUtcNow();
        }
        audit.Add(refusal is null ? AuditAct.SignedIn : AuditAct.SignInFailed, userId);
        await work.CommitAsync(cancellationToken);
        return refusal is { } reason ? (null, reason) : (account, default);
    }

    /// <summary>Notes that the provider's answer was not valid.</summary>
    internal async Task NoteFailureAsync(Exception failure, CancellationToken cancellationToken)
    {
        Failed(FaultTrace.Of(failure));
        audit.Add(AuditAct.SignInFailed, null);
        await db.SaveChangesAsync(cancellationToken);
    }

    static string? NameOf(string? claim) =>
        claim?.Trim() is { Length: > 0 and <= 255 } name && StorableText.Is(name) ? UnicodeForms.ToComposed(name) : null;

    static string? IdentityOf(string? claim) => claim is not null && Identities.IsValid(claim) ? claim : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in by the provider failed: {Fault}")]
    private partial void Failed(string fault);
}
