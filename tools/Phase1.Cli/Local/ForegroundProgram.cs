using System.Diagnostics;
using Phase1.Servers.Processes;

namespace Phase1.Cli.Local;

/// <summary>A program of this working copy that has the terminal until it ends.</summary>
static class ForegroundProgram
{
    static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(30);

    /// <summary>Runs it and returns its exit code; an interruption is passed on to it, and it may take half a minute to clean up.</summary>
    internal static async Task<int> RunAsync(
        string project,
        string assembly,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Output(project, $"{assembly}.dll"), .. arguments])
        {
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        await using var interrupt = cancellationToken.Register(() => Signal.Interrupt.Send(process.Id));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            using var patience = new CancellationTokenSource(TimeToEnd, TimeProvider.System);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            process.Kill(entireProcessTree: true);
            throw;
        }
        return process.ExitCode;
    }
}
