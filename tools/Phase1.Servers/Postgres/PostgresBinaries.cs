using System.Diagnostics;
using System.Globalization;

namespace Phase1.Servers.Postgres;

/// <summary>The newest PostgreSQL that Debian's packages have installed, run as someone it accepts.</summary>
public sealed class PostgresBinaries(string folder)
{
    const string Packages = "/usr/lib/postgresql";

    // PostgreSQL refuses to run as root; Debian's package brings this account.
    const string Account = "postgres";

    public static PostgresBinaries? Newest()
    {
        var folders = Directory.Exists(Packages) ? Directory.EnumerateDirectories(Packages) : [];
        var newest = folders
            .Where(folder => File.Exists(Path.Combine(folder, "bin", "initdb")))
            .MaxBy(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture));
        return newest is null ? null : new PostgresBinaries(Path.Combine(newest, "bin"));
    }

    /// <summary>Makes a folder that the server's account owns.</summary>
    public static async Task CreateFolderAsync(string path)
    {
        Directory.CreateDirectory(path);
        if (Environment.IsPrivilegedProcess)
        {
            await FinishAsync(Launch("chown", [Account, path]));
        }
    }

    public Task RunAsync(string program, params string[] arguments) => FinishAsync(Start(program, arguments));

    /// <summary>For the end of the process, where nothing can be awaited and nothing may fail.</summary>
    public void RunToEnd(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        process.StandardError.ReadToEnd();
        process.WaitForExit();
    }

    static async Task FinishAsync(Process started)
    {
        using var process = started;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {process.ExitCode}: {errors}{await output}");
        }
    }

    static Process Launch(string file, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The account may not enter the caller's folder.
            WorkingDirectory = "/",
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start.");
    }

    Process Start(string program, string[] arguments)
    {
        var path = Path.Combine(folder, program);
        return Environment.IsPrivilegedProcess ? Launch("runuser", ["-u", Account, "--", path, .. arguments]) : Launch(path, arguments);
    }
}
