using System.Diagnostics;

namespace Phase1.Servers.Processes;

/// <summary>A process that outlives this one: the leader of a session of its own, remembered in a file, with its words in a log.</summary>
/// <param name="name">Who it is, in sentences.</param>
/// <param name="command">The program and its arguments.</param>
/// <param name="environment">Beside what it inherits; null takes a variable away.</param>
/// <param name="log">What it says is appended here.</param>
/// <param name="pidFile">Remembers it.</param>
public sealed class DetachedProcess(
    string name,
    IReadOnlyList<string> command,
    IReadOnlyDictionary<string, string?> environment,
    string log,
    string pidFile
) : IServedProcess
{
    const int ShownLines = 20;

    // .NET cannot give a child a file to write to, and does not make sessions.
    const string Launch = "exec setsid \"$@\" >>\"$0\" 2>&1 </dev/null";

    public string Name => name;

    public PidFile PidFile { get; } = new(pidFile);

    /// <summary>Where it writes.</summary>
    public string Log => log;

    public bool IsRunning => PidFile.Running is not null;

    /// <summary>The end of the log.</summary>
    public string Words => File.Exists(log) ? string.Join('\n', File.ReadLines(log).TakeLast(ShownLines)) : "";

    public void Start()
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Launch, log, .. command]) { UseShellExecute = false };
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }
        using var process = Process.Start(start) ?? throw new ServerException($"{name} does not start.");
        PidFile.Remember(ProcessIdentity.Of(process.Id) ?? throw new ServerException($"{name} ended at once:\n{Words}"));
    }

    public Task KillAsync() => PidFile.KillAsync();
}
