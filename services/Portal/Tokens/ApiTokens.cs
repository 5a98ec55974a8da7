using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Messaging;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Tokens;

/// <summary>The tokens of persons. Each request reads its own, so that one that is revoked has ended at once, on every instance.</summary>
sealed class ApiTokens(PortalDbContext db, AuditTrail audit, UnitOfWork work, NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>The person's tokens that work, the newest first.</summary>
    internal async Task<IReadOnlyList<TokenEntry>> OfAsync(Person person, CancellationToken cancellationToken) =>
        await Working(person)
            .OrderByDescending(token => token.CreatedAt)
            .Select(token => new TokenEntry(token.TokenHash, token.Name, token.Roles, token.ExpiresAt, token.LastUsedOn))
            .ToListAsync(cancellationToken);

    /// <summary>Makes a token.</summary>
    /// <returns>The secret, which is kept nowhere; null when the person has as many as a person may have.</returns>
    internal async Task<string?> MakeAsync(Person person, string name, string[] roles, int days, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        // One after the other, or two at the same moment would both see room for one.
        await db.Accounts.FromSql($"select * from accounts where user_id = {person.UserId} for update").LoadAsync(cancellationToken);
        if (await Working(person).CountAsync(cancellationToken) >= TokenRules.MostAPerson)
        {
            return null;
        }
        var secret = TokenRules.Prefix + SecretHash.NewSecret();
        var now = clock.GetUtcNow();
        db.Tokens.Add(
            new()
            {
                TokenHash = SecretHash.Of(secret).Hex,
                UserId = person.UserId,
                Name = name,
                Roles = roles,
                CreatedAt = now,
                ExpiresAt = now.AddDays(days),
            }
        );
        audit.Add(AuditAct.TokenMade, person.UserId);
        await work.CommitAsync(cancellationToken);
        return secret;
    }

    /// <summary>Ends one of the person's own tokens.</summary>
    internal async Task RevokeAsync(Person person, string token, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var revoked = await Working(person)
            .Where(t => t.TokenHash == token)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.RevokedAt, now), cancellationToken);
        if (revoked == 1)
        {
            audit.Add(AuditAct.TokenRevoked, person.UserId);
        }
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>For whom a program may act, and as what; null when the token does not work, or its owner may not sign in any more.</summary>
    internal async Task<TokenHolder?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var (hash, now) = (SecretHash.Of(secret).Hex, clock.GetUtcNow());
        await using var select = database.CreateCommand(
            """
            select a.user_id, a.org_id, array(select unnest(t.roles) intersect select unnest(a.roles)), t.last_used_on
            from api_tokens t join accounts a on a.user_id = t.user_id
            where t.token_hash = $1 and t.revoked_at is null and t.expires_at > $2 and a.disabled_at is null
            """
        );
        select.Parameters.Add(new() { Value = hash });
        select.Parameters.Add(new() { Value = now });
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
        {
            return null;
        }
        var holder = new TokenHolder(hash, row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetFieldValue<string[]>(2));
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var isNoted = !row.IsDBNull(3) && row.GetFieldValue<DateOnly>(3) == today;
        await row.CloseAsync();
        if (!isNoted)
        {
            await NoteAsync(hash, today, cancellationToken);
        }
        return holder;
    }

    async Task NoteAsync(string hash, DateOnly today, CancellationToken cancellationToken)
    {
        await using var update = database.CreateCommand("update api_tokens set last_used_on = $2 where token_hash = $1");
        update.Parameters.Add(new() { Value = hash });
        update.Parameters.Add(new() { Value = today });
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    IQueryable<ApiToken> Working(Person person)
    {
        var now = clock.GetUtcNow();
        return db.Tokens.Where(token => token.UserId == person.UserId && token.RevokedAt == null && token.ExpiresAt > now);
    }
}

/// <summary>A token that works, as its owner sees it.</summary>
/// <param name="Id">By which it is ended.</param>
/// <param name="Name">What the owner calls it.</param>
/// <param name="Roles">What it may at most.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="LastUsedOn">Null before the first time.</param>
public sealed record TokenEntry(string Id, string Name, string[] Roles, DateTimeOffset ExpiresAt, DateOnly? LastUsedOn);

/// <summary>For whom a program acts.</summary>
/// <param name="Token">The token's id.</param>
/// <param name="UserId">Its owner.</param>
/// <param name="OrgId">The owner's organisation, if any.</param>
/// <param name="Roles">What the token may and its owner has.</param>
sealed record TokenHolder(string Token, string UserId, string? OrgId, string[] Roles);
