using Phase1.Servers.Processes;

namespace Phase1.Servers.Redis;

/// <summary>Debian's redis-server, which keeps nothing here.</summary>
static class RedisProgram
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    public static string? Path => Programs.Find("redis-server");

    /// <summary>Waits until it listens.</summary>
    public static async Task ReadyAsync(IServedProcess process, int port)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await LoopbackPort.AnswersAsync(port))
        {
            if (!process.IsRunning || TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new ServerException($"redis-server does not start on port {port}:\n{process.Words}");
            }
            await Task.Delay(Interval, TimeProvider.System);
        }
    }
}
