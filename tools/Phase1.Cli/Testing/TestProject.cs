using System.Diagnostics;
using Phase1.Servers.Processes;

namespace Phase1.Cli.Testing;

/// <summary>Runs one test project.</summary>
/// <param name="assembly">The project, which is a program.</param>
/// <param name="results">The folder for its results file and its log.</param>
sealed class TestProject(string assembly, string results)
{
    static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(20);

    /// <summary>Whether it keeps the processors busy; the tests of other projects wait for servers and processes much of the time.</summary>
    internal bool IsBusy => Tally.Project is "Phase1.Unit.Tests" or "Phase1.Browser.Tests";

    internal TestTally Tally { get; } = new(Path.GetFileNameWithoutExtension(assembly));

    internal TimeSpan Took { get; private set; }

    internal bool HasEnded { get; private set; }

    internal async Task RunAsync(TimeSpan limit, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var clock = TimeProvider.System.CreateTimer(
            _ => Took = TimeProvider.System.GetElapsedTime(began),
            null,
            TimeSpan.Zero,
            TimeSpan.FromSeconds(0.5)
        );
        await using var log = TextWriter.Synchronized(File.CreateText(Path.Combine(results, $"{Tally.Project}.log")));
        using var process = Process.Start(Prepare(environment))!;
        process.StandardInput.Close();
        process.ErrorDataReceived += (_, said) => log.WriteLine(said.Data ?? "");
        process.BeginErrorReadLine();
        var reading = ReadAsync(process.StandardOutput, log);
        using var patience = new CancellationTokenSource(limit, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await process.WaitForExitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await EndAsync(process);
        await reading;
        Took = TimeProvider.System.GetElapsedTime(began);
        Tally.End(process.ExitCode);
        HasEnded = true;
        cancellationToken.ThrowIfCancellationRequested();
    }

    // Asked first: its servers end with it in good order.
    static async Task EndAsync(Process process)
    {
        if (process.HasExited)
        {
            return;
        }
        Signal.Terminate.Send(process.Id);
        using var patience = new CancellationTokenSource(TimeToEnd, TimeProvider.System);
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    async Task ReadAsync(StreamReader output, TextWriter log)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (!Tally.Read(line))
            {
                await log.WriteLineAsync(line);
            }
        }
    }

    ProcessStartInfo Prepare(IReadOnlyDictionary<string, string> environment)
    {
        var file = Path.Combine(results, $"{Tally.Project}.trx");
        var start = new ProcessStartInfo("dotnet", [assembly, "-noColor", "-noAutoReporters", "-reporter", "json", "-result-trx", file])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                // Hosts that live for seconds: measuring them to compile them better costs more than it brings.
                ["DOTNET_TieredPGO"] = "0",
                // Guards against attackers by mapping each compiled method twice: half of a test process's time in the kernel.
                ["DOTNET_EnableWriteXorExecute"] = "0",
                // 64 MB (hexadecimal) between two collections, none beside the work: the hosts of tests leave much behind and live for seconds.
                ["DOTNET_GCgen0size"] = "4000000",
                ["DOTNET_gcConcurrent"] = "0",
            },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        return start;
    }
}
