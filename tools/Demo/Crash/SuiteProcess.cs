using System.Diagnostics;

namespace Phase1.Demo.Crash;

/// <summary>The suite's process, which the phase1 script knows.</summary>
sealed class SuiteProcess(string script)
{
    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    internal Task KillAsync(CancellationToken cancellationToken) => RunAsync("kill", cancellationToken);

    /// <summary>Starts the process again and does not wait until it is ready.</summary>
    internal Task LaunchAsync(CancellationToken cancellationToken) => RunAsync("launch", cancellationToken);

    async Task RunAsync(string command, CancellationToken cancellationToken)
    {
        using var process =
            Process.Start(new ProcessStartInfo(script, ["suite", command]) { UseShellExecute = false })
            ?? throw new DemoException($"{script} does not start.");
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new DemoException($"{script} suite {command} ended with {process.ExitCode}.");
        }
    }
}
