using System.Diagnostics;
using System.Globalization;
using Phase1.Servers.Suites;

namespace Phase1.Cli.Local;

/// <summary>Has the Portal's program make links that work once. They are on its standard output alone.</summary>
static class PortalLink
{
    /// <summary>The link that makes the first person; null when there is somebody who can administer people.</summary>
    internal static async Task<string?> OfFirstPersonAsync(SuitePlan plan, CancellationToken cancellationToken)
    {
        var (exitCode, output, _) = await RunAsync(plan, ["setup"], cancellationToken);
        return exitCode == 0 ? output : null;
    }

    /// <summary>A link that signs in as a teacher and leads to one of the teacher's batches.</summary>
    internal static async Task<string> ToBatchAsync(SuitePlan plan, string teacher, Guid batchId, CancellationToken cancellationToken) =>
        $"{await MakeAsync(plan, ["as", teacher], cancellationToken)}&return={Uri.EscapeDataString($"/batches/{batchId}")}";

    /// <summary>A link, by the words that the program takes.</summary>
    /// <exception cref="CommandException">The program's own words why there is none.</exception>
    internal static async Task<string> MakeAsync(SuitePlan plan, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var (exitCode, output, errors) = await RunAsync(plan, words, cancellationToken);
        return exitCode == 0 ? output : throw new CommandException(errors);
    }

    static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        SuitePlan plan,
        IReadOnlyList<string> words,
        CancellationToken cancellationToken
    )
    {
        var program = SuiteProgram.Of(plan, SuiteService.Portal);
        var start = new ProcessStartInfo(program.Command[0], [.. program.Command.Skip(1), "link", .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in program.Environment)
        {
            start.Environment[name] = value;
        }
        start.Environment["Portal__PublicUrl"] = string.Create(
            CultureInfo.InvariantCulture,
            $"http://localhost:{plan.PortOf(SuiteService.Portal)}"
        );
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output.Trim(), (await errors).Trim());
    }
}
