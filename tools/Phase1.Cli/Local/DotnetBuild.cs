using System.Diagnostics;
using Phase1.Cli.Output;
using Phase1.Servers.Processes;

namespace Phase1.Cli.Local;

/// <summary>Builds projects in the configuration that this program was built in.</summary>
sealed class DotnetBuild(StateFolder state, Screen screen)
{
    const int ShownMessages = 20;

    internal Task RunAsync(string project, CancellationToken cancellationToken) =>
        RunAsync(project, new Dictionary<string, string>(), cancellationToken);

    /// <param name="project">What to build, seen from the repository.</param>
    /// <param name="environment">What the project files are to see beside this program's own environment.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    internal async Task RunAsync(string project, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var log = state.PathOf("build.log");
        string[] build = ["build", Repository.PathOf(project), "-c", Repository.Configuration, "-v", "quiet", "-nologo", "-clp:NoSummary"];
        var exitCode = await screen.WhileAsync($"building {project}", _ => DotnetAsync(build, log, environment, cancellationToken));
        // The compiler would otherwise wait ten minutes for another build.
        await DotnetAsync(["build-server", "shutdown", "--vbcscompiler"], state.PathOf("build-server.log"), environment, cancellationToken);
        if (exitCode != 0)
        {
            var messages = File.ReadLines(log)
                .Where(line => line.Contains("error", StringComparison.Ordinal) || line.Contains("warn", StringComparison.Ordinal))
                .Select(line => line.Trim())
                .Distinct()
                .Take(ShownMessages);
            throw new CommandException($"the build of {project} failed; all of it is in {log}\n{string.Join('\n', messages)}");
        }
    }

    static async Task<int> DotnetAsync(
        string[] arguments,
        string log,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        await using var interrupt = cancellationToken.Register(() => Signal.Interrupt.Send(process.Id));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await using (var file = File.Create(log))
        {
            await process.StandardOutput.BaseStream.CopyToAsync(file, CancellationToken.None);
        }
        await File.AppendAllTextAsync(log, await errors, CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return process.ExitCode;
    }
}
