using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Messaging;
using Phase1.Portal.SignIn;
using Phase1.Portal.Words;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.School;

/// <summary>
/// The people, as an administrator changes them. Each change is one transaction with its entry in the audit; there is always somebody left who can
/// administer people, and nobody takes that from themselves.
/// </summary>
sealed class People(
    PortalDbContext db,
    Accounts accounts,
    OneTimeLinks links,
    Sessions sessions,
    AuditTrail audit,
    UnitOfWork work,
    TimeProvider clock
)
{
    /// <summary>All of them, by name.</summary>
    internal async Task<IReadOnlyList<PersonEntry>> ListAsync(CancellationToken cancellationToken)
    {
        var people = await db.Accounts.Select(PersonEntry.Of).ToListAsync(cancellationToken);
        return
        [
            .. people.OrderBy(person => person.DisplayName, SwedishOrder.Comparer).ThenBy(person => person.UserId, StringComparer.Ordinal),
        ];
    }

    /// <exception cref="ProblemException">404 when there is no such person.</exception>
    internal async Task<PersonEntry> FindAsync(string userId, CancellationToken cancellationToken) =>
        await db.Accounts.Where(account => account.Id == userId).Select(PersonEntry.Of).SingleOrDefaultAsync(cancellationToken)
        ?? throw NotFound();

    /// <summary>Makes a person without a password.</summary>
    /// <returns>What is wrong with the login, and where nothing is, the secret of the invitation.</returns>
    internal async Task<(IEnumerable<IdentityError> Errors, string Secret)> InviteAsync(
        Person by,
        Account account,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        var made = await accounts.CreateAsync(account);
        if (!made.Succeeded)
        {
            return (made.Errors, "");
        }
        audit.Add(AuditAct.AccountCreated, by.UserId, account.Id);
        var secret = await MakeLinkAsync(by, LinkPurpose.Invite, account.Id, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return ([], secret);
    }

    /// <summary>Changes what a person is. Who has another role than before signs in anew.</summary>
    internal async Task<PersonFault?> ChangeAsync(
        Person by,
        string userId,
        string name,
        string[] roles,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        var isLast = await IsLastAdminAsync(userId, cancellationToken);
        var account = await LoadAsync(userId, cancellationToken);
        if (account.Source != AccountSource.Embedded)
        {
            return PersonFault.RolesOfProvider;
        }
        if (!roles.Contains(Phase1Roles.SchoolAdmin) && FaultOfLosing(by, userId, isLast) is { } fault)
        {
            return fault;
        }
        var isOther = !account.Roles.ToHashSet().SetEquals(roles);
        (account.DisplayName, account.Roles) = (name, roles);
        audit.Add(AuditAct.AccountChanged, by.UserId, userId);
        await work.CommitAsync(cancellationToken);
        if (isOther)
        {
            await sessions.EndOthersAsync(userId, by.UserId == userId ? by.Session : null, cancellationToken);
        }
        return null;
    }

    /// <summary>Ends a person's sessions, links and tokens; what the person did stays.</summary>
    internal async Task<PersonFault?> DisableAsync(Person by, string userId, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var isLast = await IsLastAdminAsync(userId, cancellationToken);
        var account = await LoadAsync(userId, cancellationToken);
        if (FaultOfLosing(by, userId, isLast) is { } fault)
        {
            return fault;
        }
        account.DisabledAt ??= clock.GetUtcNow();
        await links.EndAsync(userId, cancellationToken);
        audit.Add(AuditAct.AccountDisabled, by.UserId, userId);
        await work.CommitAsync(cancellationToken);
        await sessions.EndOthersAsync(userId, null, cancellationToken);
        return null;
    }

    internal async Task EnableAsync(Person by, string userId, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        (await LoadAsync(userId, cancellationToken)).DisabledAt = null;
        audit.Add(AuditAct.AccountChanged, by.UserId, userId);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>A link that sets a password: the first one of somebody who was invited, else a new one.</summary>
    internal async Task<(PersonFault? Fault, LinkPurpose Purpose, string Secret)> LinkAsync(
        Person by,
        string userId,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        var account = await LoadAsync(userId, cancellationToken);
        var purpose = account.PasswordHash is null ? LinkPurpose.Invite : LinkPurpose.Password;
        if (account.UserName is null || account.DisabledAt is not null)
        {
            return (PersonFault.NoPassword, purpose, "");
        }
        var secret = await MakeLinkAsync(by, purpose, userId, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return (null, purpose, secret);
    }

    async Task<string> MakeLinkAsync(Person by, LinkPurpose purpose, string userId, CancellationToken cancellationToken)
    {
        audit.Add(AuditAct.LinkMade, by.UserId, userId);
        return await links.MakeAsync(purpose, userId, cancellationToken);
    }

    static PersonFault? FaultOfLosing(Person by, string userId, bool isLast) =>
        by.UserId == userId ? PersonFault.OwnRole
        : isLast ? PersonFault.LastAdmin
        : null;

    // Locked, so that of two administrators who disable each other at the same moment one stays.
    async Task<bool> IsLastAdminAsync(string userId, CancellationToken cancellationToken)
    {
        await using var select = new NpgsqlCommand(
            "select user_id from accounts where $1 = any(roles) and disabled_at is null order by user_id for update",
            work.Connection,
            work.Transaction
        );
        select.Parameters.Add(new() { Value = Phase1Roles.SchoolAdmin });
        var admins = new List<string>();
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            admins.Add(row.GetString(0));
        }
        return admins is [var last] && last == userId;
    }

    async Task<Account> LoadAsync(string userId, CancellationToken cancellationToken) =>
        await db.Accounts.SingleOrDefaultAsync(account => account.Id == userId, cancellationToken) ?? throw NotFound();

    static ProblemException NotFound() => new(Problems.ResourceNotFound, "There is no such person.");
}
