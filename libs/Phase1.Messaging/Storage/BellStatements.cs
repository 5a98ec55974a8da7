using Npgsql;

namespace Phase1.Messaging.Storage;

/// <summary>What the session of a bell says to the server.</summary>
static class BellStatements
{
    const string Listen = "listen phase1_bell";

    const string Notify = "select pg_notify('phase1_bell', $1)";

    // Every bell holds this lock, shared, and so can be counted. Any number will do, as long as all bells take the same.
    const long Presence = 7_315_241_903;

    const string HoldPresence = "select pg_advisory_lock_shared($1)";

    // In one statement: who is there, and what the others are told of it. Of all bells the first speaks, and any that says so itself.
    const string Look = """
        with others as (
            select coalesce(array_agg(pid), '{}') as pids from pg_locks
            where locktype = 'advisory' and objsubid = 1 and classid::bigint = $1 >> 32 and objid::bigint = $1 & 4294967295
              and database = (select oid from pg_database where datname = current_database()) and pid <> pg_backend_pid())
        select pids, case when pids <> '{}' and ($3 or pg_backend_pid() < all (pids))
            then pg_notify('phase1_bell', case when $3 or not $2 <@ pids then $5 else $4 end) end
        from others
        """;

    /// <summary>Whoever hears it knows that somebody else is there.</summary>
    public const string Greeting = "entered";

    /// <summary>Whoever hears it need not look who is there: somebody has, and nobody has gone.</summary>
    public const string AllHere = "here";

    /// <summary>Whoever hears it looks for everything: of some of it nobody may have told.</summary>
    public const string Doubt = "look";

    /// <summary>
    /// Begins to listen. It does once this is committed, and only then looks who else is there: of two that enter together at least one sees the other.
    /// </summary>
    public static async Task EnterAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        await using var enter = new NpgsqlBatch(session) { BatchCommands = { Statement.Of(HoldPresence, Presence), new(Listen) } };
        await enter.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Looks who else is there. The first of all bells tells the others what it has seen: that all are there whom it knew, or that one has gone.
    /// </summary>
    /// <param name="session">The bell's.</param>
    /// <param name="known">The sessions of the others at the last look.</param>
    /// <param name="isInDoubt">Whether the others are to look for everything in any case.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The sessions of the others.</returns>
    public static async Task<HashSet<int>> LookAsync(
        NpgsqlConnection session,
        IEnumerable<int> known,
        bool isInDoubt,
        CancellationToken cancellationToken
    )
    {
        await using var look = new NpgsqlBatch(session)
        {
            BatchCommands = { Statement.Of(Look, Presence, known.ToArray(), isInDoubt, AllHere, Doubt) },
        };
        return [.. (int[])(await look.ExecuteScalarAsync(cancellationToken))!];
    }

    /// <summary>Sends some words to all who listen.</summary>
    public static async Task NotifyAsync(NpgsqlConnection session, string[] words, CancellationToken cancellationToken)
    {
        await using var notify = new NpgsqlBatch(session) { BatchCommands = { Statement.Of(Notify, string.Join(' ', words)) } };
        await notify.ExecuteNonQueryAsync(cancellationToken);
    }
}
