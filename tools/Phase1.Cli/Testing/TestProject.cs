using System.Diagnostics;
using Phase1.Servers.Processes;

namespace Phase1.Cli.Testing;

/// <summary>Runs one test project.</summary>
/// <param name="assembly">The project, which is a program.</param>
/// <param name="results">The folder for its results file and its log.</param>
sealed class TestProject(string assembly, string results)
{
    static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(20);

    /// <summary>When its turn comes: first what is over soon, so that the two longest end beside each other.</summary>
    internal int Turn =>
        Tally.Project switch
        {
            "Phase1.Unit.Tests" => 0,
            "Phase1.Browser.Tests" => 1,
            "Phase1.Integration.Tests" => 2,
            _ => 3,
        };

    /// <summary>How many of its tests run at a time, in processors: those of the integration project leave a quarter of the processors idle at one each.</summary>
    string Threads => Tally.Project is "Phase1.Integration.Tests" ? "1.5x" : "1x";

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
        string[] arguments = [assembly, "-noColor", "-noAutoReporters", "-maxThreads", Threads, "-reporter", "json", "-result-trx", file];
        var start = new ProcessStartInfo("dotnet", arguments)
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
