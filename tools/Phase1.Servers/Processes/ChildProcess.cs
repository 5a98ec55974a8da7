using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Phase1.Servers.Processes;

/// <summary>A process that is killed, frozen and started again as often as somebody likes. It ends with this one.</summary>
/// <param name="name">Who it is, in sentences.</param>
/// <param name="program">What dotnet runs, and its arguments.</param>
/// <param name="environment">Beside what it inherits.</param>
public sealed class ChildProcess(string name, IReadOnlyList<string> program, IReadOnlyDictionary<string, string> environment)
    : IAsyncDisposable
{
    const int KeptWords = 400;
    readonly ConcurrentQueue<string> _words = new();
    Process? _process;

    public string Name => name;

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Of the process in its present life.</summary>
    public int Id => (_process ?? throw new InvalidOperationException($"{name} does not run.")).Id;

    /// <summary>What it has said lately, in all its lives.</summary>
    public string Words => string.Join('\n', _words);

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{name} did not start.");
        AppDomain.CurrentDomain.ProcessExit += EndWithParent;
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
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{name} ended by itself:\n{Words}");
            }
            process.Kill();
            await process.WaitForExitAsync();
            Forget();
        }
    }

    /// <summary>SIGSTOP: it holds on to everything and does nothing.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT: it goes on as if nothing had happened.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>Waits for its end and returns its exit code.</summary>
    public async Task<int> EndAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        await _process!.WaitForExitAsync(cancellationToken).WaitAsync(patience, TimeProvider.System, cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            await KillAsync();
        }
        else
        {
            Forget();
        }
    }

    async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        if (kill.ExitCode != 0)
        {
            throw new InvalidOperationException($"kill -{signal} for {name} ended with {kill.ExitCode}.");
        }
    }

    void Forget()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithParent;
        _process?.Dispose();
        _process = null;
    }

    void EndWithParent(object? sender, EventArgs e) => _process?.Kill();

    void Listen(object sender, DataReceivedEventArgs heard)
    {
        if (heard.Data is { } words)
        {
            _words.Enqueue(words);
            if (_words.Count > KeptWords)
            {
                _words.TryDequeue(out _);
            }
        }
    }
}
