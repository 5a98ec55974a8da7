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
            if (
                error is InfrastructureException or SocketException
                || (error is NpgsqlException database && DatabaseTrouble.Passes(database))
            )
            {
                return true;
            }
        }
        return false;
    }
}
