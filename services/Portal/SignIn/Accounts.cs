using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Phase1.Portal.SignIn;

/// <summary>
/// The accounts. Identity's own manager, but for time, which it would take from the machine, and for the count of failures: one statement, so that
/// of attempts made at the same moment none goes uncounted.
/// </summary>
sealed class Accounts(
    IUserStore<Account> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Account> hasher,
    IEnumerable<IUserValidator<Account>> users,
    IEnumerable<IPasswordValidator<Account>> passwords,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<Accounts> logger,
    PortalDbContext db,
    TimeProvider clock
) : UserManager<Account>(store, options, hasher, users, passwords, normalizer, errors, services, logger)
{
    internal const int MostFailures = 10;

    internal static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    // Takes the place of an account that is not there, or has no password, so that the answer takes as long. No password has this hash.
    static readonly Account Nobody = new() { DisplayName = "" };
    static readonly Lazy<string> HashOfNobody = new(() =>
        new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(SignInModule.Hashing)).HashPassword(
            Nobody,
            SecretHash.NewSecret()
        )
    );

    /// <summary>Null for a login that does not exist, a wrong password, a locked or a disabled account: the caller is not told which.</summary>
    /// <param name="login">As it was typed.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="zone">Of the computer at which the person signs in; that of the account too, where it has none yet.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    internal async Task<Account?> FindAsync(string login, string password, string? zone, CancellationToken cancellationToken)
    {
        if (login.Length == 0)
        {
            return null;
        }
        var account = await FindByNameAsync(login);
        var known = PasswordHasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? HashOfNobody.Value, password);
        if (account is null || account.LockoutEnd > clock.GetUtcNow())
        {
            return null;
        }
        if (known == PasswordVerificationResult.Failed || account.DisabledAt is not null)
        {
            await CountFailureAsync(account.Id, cancellationToken);
            return null;
        }
        await NoteSignInAsync(
            account,
            known == PasswordVerificationResult.SuccessRehashNeeded ? PasswordHasher.HashPassword(account, password) : null,
            zone,
            cancellationToken
        );
        return account;
    }

    /// <summary>Sets a password that has been checked, and ends a lock-out.</summary>
    internal void SetPassword(Account account, string password) =>
        (account.PasswordHash, account.AccessFailedCount, account.LockoutEnd) = (PasswordHasher.HashPassword(account, password), 0, null);

    internal bool IsPassword(Account account, string password) =>
        account.PasswordHash is { } hash
        && PasswordHasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;

    // Statements, so that of two sign-ins at the same moment, as by a double click, none is late. A password that was changed meanwhile stays.
    async Task NoteSignInAsync(Account account, string? newHash, string? zone, CancellationToken cancellationToken)
    {
        var (now, hash) = (clock.GetUtcNow(), account.PasswordHash);
        await db
            .Accounts.Where(a => a.Id == account.Id)
            .ExecuteUpdateAsync(
                a =>
                    a.SetProperty(one => one.AccessFailedCount, 0)
                        .SetProperty(one => one.LockoutEnd, (DateTimeOffset?)null)
                        .SetProperty(one => one.LastSignInAt, now)
                        .SetProperty(one => one.TimeZone, one => one.TimeZone ?? zone),
                cancellationToken
            );
        if (newHash is not null)
        {
            await db
                .Accounts.Where(a => a.Id == account.Id && a.PasswordHash == hash)
                .ExecuteUpdateAsync(a => a.SetProperty(one => one.PasswordHash, newHash), cancellationToken);
        }
    }

    async Task CountFailureAsync(string userId, CancellationToken cancellationToken)
    {
        var lockedUntil = clock.GetUtcNow() + LockedFor;
        await db
            .Accounts.Where(account => account.Id == userId)
            .ExecuteUpdateAsync(
                account =>
                    account
                        .SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= MostFailures ? lockedUntil : a.LockoutEnd)
                        .SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1 >= MostFailures ? 0 : a.AccessFailedCount + 1),
                cancellationToken
            );
    }
}
