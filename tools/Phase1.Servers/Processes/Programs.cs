using System.Diagnostics;

namespace Phase1.Servers.Processes;

/// <summary>Programs of this machine.</summary>
public static class Programs
{
    /// <summary>Where a program of the search path lies; null when it is not installed.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end and returns what it has written; an exit code other than 0 is an error that shows it.</summary>
    public static async Task<string> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken = default)
    {
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? await output
            : throw new ServerException($"{Path.GetFileName(start.FileName)} ended with {process.ExitCode}: {errors}{await output}");
    }

    /// <summary>The same for the end of this process, where nothing can be awaited and nothing may fail.</summary>
    public static void RunToEnd(ProcessStartInfo start)
    {
        using var process = Start(start);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }

    static Process Start(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return Process.Start(start) ?? throw new ServerException($"{start.FileName} did not start.");
    }
}
