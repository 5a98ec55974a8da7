using System.Globalization;
using Phase1.Servers.Processes;

namespace Phase1.Servers.Redis;

/// <summary>A Redis of the caller's own; it can be killed and started again on its port, and ends with this process.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    readonly int _port = FreePort.Next();
    readonly ChildProcess _process;

    RedisServer(string program) =>
        _process = new(
            "Redis",
            [program, "--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        );

    /// <summary>Whether the program is installed.</summary>
    public static bool CanStart => RedisProgram.Path is not null;

    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}");

    public static async Task<RedisServer> CreateAsync()
    {
        var server = new RedisServer(RedisProgram.Path ?? throw new ServerException("There is no redis-server."));
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        _process.Start();
        await RedisProgram.ReadyAsync(_process, _port);
    }

    public Task KillAsync() => _process.KillAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
