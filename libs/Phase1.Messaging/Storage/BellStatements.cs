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

    const string IsAlone = """
        select count(*) = 1 from pg_locks
        where locktype = 'advisory' and objsubid = 1 and classid::bigint = $1 >> 32 and objid::bigint = $1 & 4294967295
          and database = (select oid from pg_database where datname = current_database())
        """;

    /// <summary>Whoever hears it knows that somebody else is there.</summary>
    public const string Greeting = "entered";

    /// <summary>Begins to listen. Whoever was there before is counted, and told; whoever comes later tells.</summary>
    /// <returns>Whether no other process listens.</returns>
    public static async Task<bool> EnterAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        // It listens once this is committed, and looks only then: of two that enter together at least one sees the other, and greets it.
        await using (var enter = new NpgsqlBatch(session) { BatchCommands = { Statement.Of(HoldPresence, Presence), new(Listen) } })
        {
            await enter.ExecuteNonQueryAsync(cancellationToken);
        }
        await using var look = new NpgsqlBatch(session) { BatchCommands = { Statement.Of(IsAlone, Presence) } };
        var isAlone = await look.ExecuteScalarAsync(cancellationToken) is true;
        if (!isAlone)
        {
            await NotifyAsync(session, [Greeting], cancellationToken);
        }
        return isAlone;
    }

    /// <summary>Sends some words to all who listen.</summary>
    public static async Task NotifyAsync(NpgsqlConnection session, string[] words, CancellationToken cancellationToken)
    {
        await using var notify = new NpgsqlBatch(session) { BatchCommands = { Statement.Of(Notify, string.Join(' ', words)) } };
        await notify.ExecuteNonQueryAsync(cancellationToken);
    }
}
