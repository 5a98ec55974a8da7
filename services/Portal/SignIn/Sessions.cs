using Npgsql;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>
/// The sessions, in the database and nowhere else: each request reads its own, so that whoever is disabled, signed out or has lost a role is so at
/// once, on every instance.
/// </summary>
sealed class Sessions(NpgsqlDataSource database, TimeProvider clock)
{
    // A request may come every second; its row changes once a minute.
    static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    internal async Task BeginAsync(SecretHash session, string userId, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        var (now, limits) = (clock.GetUtcNow(), SessionLimits.Of(roles));
        await using var insert = database.CreateCommand(
            "insert into sessions (session_hash, user_id, created_at, last_seen_at, idle_until, ends_at) values ($1, $2, $3, $3, $4, $5)"
        );
        Add(insert, session.Hex, userId, now, now + limits.Idle, now + limits.Most);
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Null when there is no such session any more, or its person may not sign in any more.</summary>
    /// <param name="session">Which.</param>
    /// <param name="isUse">Whether the person asks, so that it goes on; not where an open page does by itself.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    internal async Task<(Person Person, DateTimeOffset EndsAt)?> FindAsync(
        SecretHash session,
        bool isUse,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        await using var select = database.CreateCommand(
            """
            select a.user_id, a.org_id, a.display_name, a.roles, a.language, a.time_zone, a.keys_on, a.password_hash is not null, s.last_seen_at,
                s.ends_at, s.idle_until
            from sessions s join accounts a on a.user_id = s.user_id
            where s.session_hash = $1 and s.idle_until > $2 and s.ends_at > $2 and a.disabled_at is null
            """
        );
        Add(select, session.Hex, now);
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
        {
            return null;
        }
        var (seen, endsAt) = (row.GetFieldValue<DateTimeOffset>(8), row.GetFieldValue<DateTimeOffset>(9));
        var roles = row.GetFieldValue<string[]>(3);
        var isNoted = isUse && now - seen >= Noted;
        var idleUntil = isNoted ? now + SessionLimits.Of(roles).Idle : row.GetFieldValue<DateTimeOffset>(10);
        var person = new Person(
            row.GetString(0),
            Text(row, 1),
            row.GetString(2),
            roles,
            Text(row, 4) is { } language && WireEnum.TryParse<Language>(language, out var parsed) ? parsed : null,
            Text(row, 5),
            row.GetBoolean(6),
            row.GetBoolean(7),
            session,
            idleUntil < endsAt ? idleUntil : endsAt
        );
        await row.CloseAsync();
        if (isNoted)
        {
            await NoteAsync(session, now, idleUntil, cancellationToken);
        }
        return (person, endsAt);
    }

    /// <summary>The present roles of those whose sessions, of these, go on; by session.</summary>
    internal async Task<Dictionary<string, string[]>> RolesAsync(string[] sessions, CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand(
            """
            select s.session_hash, a.roles from sessions s join accounts a on a.user_id = s.user_id
            where s.session_hash = any($1) and s.idle_until > $2 and s.ends_at > $2 and a.disabled_at is null
            """
        );
        Add(select, sessions, clock.GetUtcNow());
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        var roles = new Dictionary<string, string[]>();
        while (await row.ReadAsync(cancellationToken))
        {
            roles[row.GetString(0)] = row.GetFieldValue<string[]>(1);
        }
        return roles;
    }

    /// <summary>The person's sessions that go on, the latest used first.</summary>
    internal async Task<IReadOnlyList<OpenSession>> OfAsync(Person person, CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand(
            """
            select session_hash, created_at, last_seen_at from sessions
            where user_id = $1 and idle_until > $2 and ends_at > $2 order by last_seen_at desc, session_hash
            """
        );
        Add(select, person.UserId, clock.GetUtcNow());
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        var sessions = new List<OpenSession>();
        while (await row.ReadAsync(cancellationToken))
        {
            var hash = row.GetString(0);
            sessions.Add(new(hash, row.GetFieldValue<DateTimeOffset>(1), row.GetFieldValue<DateTimeOffset>(2), hash == person.Session.Hex));
        }
        return sessions;
    }

    internal Task EndAsync(SecretHash session, CancellationToken cancellationToken) =>
        DeleteAsync("session_hash = $1", [session.Hex], cancellationToken);

    /// <summary>Ends one of the person's own sessions.</summary>
    internal Task EndAsync(Person person, string session, CancellationToken cancellationToken) =>
        DeleteAsync("user_id = $1 and session_hash = $2", [person.UserId, session], cancellationToken);

    /// <summary>Ends all sessions of a user but one.</summary>
    internal Task EndOthersAsync(string userId, SecretHash? but, CancellationToken cancellationToken) =>
        DeleteAsync("user_id = $1 and session_hash <> $2", [userId, but?.Hex ?? ""], cancellationToken);

    async Task DeleteAsync(string which, object[] values, CancellationToken cancellationToken)
    {
        await using var delete = database.CreateCommand($"delete from sessions where {which}");
        Add(delete, values);
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }

    async Task NoteAsync(SecretHash session, DateTimeOffset now, DateTimeOffset idleUntil, CancellationToken cancellationToken)
    {
        await using var update = database.CreateCommand("update sessions set last_seen_at = $2, idle_until = $3 where session_hash = $1");
        Add(update, session.Hex, now, idleUntil);
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }
    }
}

/// <summary>A session that goes on.</summary>
/// <param name="Id">By which it is ended.</param>
/// <param name="Since">When it began.</param>
/// <param name="LastUsed">To the minute.</param>
/// <param name="IsThis">Whether it is the one that asks.</param>
public sealed record OpenSession(string Id, DateTimeOffset Since, DateTimeOffset LastUsed, bool IsThis);
