using Npgsql;

namespace Phase1.Messaging;

/// <summary>Tells transient errors of the database from errors that the same work would meet again.</summary>
public static class DatabaseTrouble
{
    /// <summary>Whether the same work may succeed in a moment.</summary>
    /// <param name="error">What the driver threw: its own errors are about the connection; the server's carry a SQLSTATE.</param>
    public static bool Passes(NpgsqlException error) => error is not PostgresException server || Passes(server);

    // Connection, resources, operator intervention, system; serialization failure, deadlock, lock time-out, a server that only reads yet; a session
    // that the server has ended because its transaction stood still, or was open, for too long: the work was slow, not wrong.
    static bool Passes(PostgresException server) =>
        server.SqlState[..2] is "08" or "53" or "57" or "58"
        || server.SqlState is "40001" or "40P01" or "55P03" or "25006" or "25P03" or "25P04"
        || IsOutdatedPlan(server);

    // A migration has changed a table under a prepared statement, which is prepared anew the next time.
    static bool IsOutdatedPlan(PostgresException server) => server is { SqlState: "0A000", Routine: "RevalidateCachedQuery" };
}
