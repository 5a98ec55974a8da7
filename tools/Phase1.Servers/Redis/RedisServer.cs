using System.Diagnostics;
using System.Net.Sockets;

namespace Phase1.Servers.Redis;

/// <summary>A Redis of the test's own that keeps nothing; it can be killed and started again on its port.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    const string Binary = "redis-server";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly string _path;
    Process? _process;

    RedisServer(string path)
    {
        _path = path;
        AppDomain.CurrentDomain.ProcessExit += EndWithProcess;
    }

    public string ConnectionString => $"127.0.0.1:{Port}";

    int Port { get; } = FreePort.Next();

    /// <summary>Null where Debian's package redis-server is not installed.</summary>
    public static async Task<RedisServer?> FindAsync()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var path = folders.Select(folder => Path.Combine(folder, Binary)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            return null;
        }
        var server = new RedisServer(path);
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        _process = Process.Start(
            new ProcessStartInfo(_path, $"--port {Port} --bind 127.0.0.1 --save \"\" --appendonly no")
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var began = TimeProvider.System.GetTimestamp();
        while (!await AnswersAsync())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"Redis does not answer on port {Port}.");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithProcess;
        if (_process is not null)
        {
            await KillAsync();
        }
    }

    async Task<bool> AnswersAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    void EndWithProcess(object? sender, EventArgs e) => _process?.Kill();
}
