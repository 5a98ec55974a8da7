using System.Collections.Concurrent;
using System.Diagnostics;

namespace Phase1.Servers.Processes;

/// <summary>A process that is killed, frozen and started again as often as somebody likes. It ends with this one.</summary>
/// <param name="name">Who it is, in sentences.</param>
/// <param name="command">The program and its arguments.</param>
/// <param name="environment">Beside what it inherits; null takes a variable away.</param>
public sealed class ChildProcess(string name, IReadOnlyList<string> command, IReadOnlyDictionary<string, string?>? environment = null)
    : IServedProcess,
        IAsyncDisposable
{
    const int KeptWords = 400;
    readonly ConcurrentQueue<string> _words = new();
    Process? _process;

    public string Name => name;

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Of the process in its present life.</summary>
    public int Id => (_process ?? throw new ServerException($"{name} does not run.")).Id;

    public string Words => string.Join('\n', _words);

    public void Start()
    {
        Forget();
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[variable] = value;
        }
        _process = Process.Start(start) ?? throw new ServerException($"{name} did not start.");
        AppDomain.CurrentDomain.ProcessExit += EndWithParent;
        _process.OutputDataReceived += Listen;
        _process.ErrorDataReceived += Listen;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>SIGKILL, and waits for its end. One that has ended by itself is an error that shows its last words.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            if (process.HasExited)
            {
                throw new ServerException($"{name} ended by itself:\n{Words}");
            }
            process.Kill();
            await process.WaitForExitAsync();
            Forget();
        }
    }

    /// <summary>SIGSTOP: it holds on to everything and does nothing.</summary>
    public void Freeze() => Signal.Stop.Send(Id);

    /// <summary>SIGCONT: it goes on as if nothing had happened.</summary>
    public void Thaw() => Signal.Continue.Send(Id);

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
