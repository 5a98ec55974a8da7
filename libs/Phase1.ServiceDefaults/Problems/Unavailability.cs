using System.Net.Sockets;
using Npgsql;

namespace Phase1.ServiceDefaults;

/// <summary>Tells "something is away" from "something is wrong".</summary>
static class Unavailability
{
    internal static bool Is(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is ServiceUnavailableException or SocketException || IsDatabaseAway(error))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Connection lost or refused, server starting or stopping, no free connection: none of it the statement's fault.</summary>
    static bool IsDatabaseAway(Exception error) =>
        error switch
        {
            PostgresException server => server.SqlState.StartsWith("08", StringComparison.Ordinal)
                || server.SqlState
                    is PostgresErrorCodes.AdminShutdown
                        or PostgresErrorCodes.CrashShutdown
                        or PostgresErrorCodes.CannotConnectNow
                        or PostgresErrorCodes.TooManyConnections,
            NpgsqlException client => client.IsTransient || client.InnerException is IOException or TimeoutException,
            _ => false,
        };
}
