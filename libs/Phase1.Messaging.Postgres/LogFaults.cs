using Npgsql;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Postgres;

/// <summary>Says "the log is away" for whatever the database driver throws.</summary>
static class LogFaults
{
    public static async Task<T> TranslateAsync<T>(string doing, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception)
            when (exception is NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException)
        {
            throw new LogUnavailableException($"The log on PostgreSQL failed while {doing}.", exception);
        }
    }

    public static Task TranslateAsync(string doing, Func<Task> work) =>
        TranslateAsync(
            doing,
            async () =>
            {
                await work();
                return true;
            }
        );
}
