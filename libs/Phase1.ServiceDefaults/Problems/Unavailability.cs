using System.Net.Sockets;
using Npgsql;
using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>Tells "something is away" from "something is wrong".</summary>
static class Unavailability
{
    internal static bool Is(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is InfrastructureException or SocketException || IsDatabaseAway(error))
            {
                return true;
            }
        }
        return false;
    }

    static bool IsDatabaseAway(Exception error) =>
        error switch
        {
            // Connection, resources, operator, system; lock time-out, deadlock: the same request may succeed in a moment.
            PostgresException server => server.SqlState[..2] is "08" or "53" or "57" or "58"
                || server.SqlState
                    is PostgresErrorCodes.LockNotAvailable
                        or PostgresErrorCodes.DeadlockDetected
                        or PostgresErrorCodes.SerializationFailure,
            // The client's own errors are about the connection: refused, broken, timed out.
            NpgsqlException => true,
            _ => false,
        };
}
