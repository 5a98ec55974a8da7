using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.EndToEnd.Tests.Crashes;

/// <summary>A process of the crash host that is killed and started again, as often as the test likes.</summary>
sealed class KilledProcess(string role, string database, params string[] log) : IAsyncDisposable
{
    readonly ConcurrentQueue<string> _words = new();
    Process? _process;

    /// <summary>A process on the world's own log.</summary>
    public static KilledProcess On(EngineWorld world, string role, string database) =>
        world.Kafka is { } kafka
            ? new(role, database, "kafka", kafka.BootstrapServers, kafka.Prefix)
            : new(role, database, "postgres", world.ConnectionString);

    /// <summary>What it said before it died, for a failing test.</summary>
    public string Words => string.Join('\n', _words.TakeLast(40));

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Phase1.CrashHost.dll"), role, database, .. log])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("The crash host did not start.");
        _process.OutputDataReceived += Listen;
        _process.ErrorDataReceived += Listen;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>SIGKILL: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.HasExited.ShouldBeFalse($"The {role} process ended by itself:\n{Words}");
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    /// <summary>SIGSTOP: it holds on to everything and does nothing.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT: it goes on as if nothing had happened.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }
    }

    async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
    }

    void Listen(object sender, DataReceivedEventArgs heard)
    {
        if (heard.Data is { } words)
        {
            _words.Enqueue(words);
        }
    }
}
