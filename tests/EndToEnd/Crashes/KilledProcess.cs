using System.Collections.Concurrent;
using System.Diagnostics;

namespace Phase1.EndToEnd.Tests.Crashes;

/// <summary>A process of the crash host that is killed and started again, as often as the test likes.</summary>
sealed class KilledProcess(string role, string database, string log) : IAsyncDisposable
{
    readonly ConcurrentQueue<string> _words = new();
    Process? _process;

    /// <summary>What it said before it died, for a failing test.</summary>
    public string Words => string.Join('\n', _words.TakeLast(40));

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Phase1.CrashHost.dll"), role, database, log])
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

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }
    }

    void Listen(object sender, DataReceivedEventArgs heard)
    {
        if (heard.Data is { } words)
        {
            _words.Enqueue(words);
        }
    }
}
