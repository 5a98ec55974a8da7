using System.Diagnostics;
using Phase1.Servers.Processes;
using Phase1.Verification.Planning;

namespace Phase1.Cli.Planning;

/// <summary>What differs in this working copy from a commit.</summary>
static class Changes
{
    /// <param name="commit">A commit, a branch or a tag.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="CommandException">Git does not know it.</exception>
    internal static async Task<IReadOnlyList<ChangedFile>> SinceAsync(string commit, CancellationToken cancellationToken)
    {
        var changed = await GitAsync(["diff", "--name-only", "-z", commit, "--"], cancellationToken);
        var added = await GitAsync(["ls-files", "--others", "--exclude-standard", "-z"], cancellationToken);
        return [.. changed.Concat(added).Distinct().Select(path => new ChangedFile(path, Read(Repository.PathOf(path))))];
    }

    static string Read(string file) => File.Exists(file) ? File.ReadAllText(file) : "";

    static async Task<string[]> GitAsync(string[] words, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", ["-C", Repository.PathOf("."), .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var git = Process.Start(start)!;
        var errors = git.StandardError.ReadToEndAsync(cancellationToken);
        var paths = await git.StandardOutput.ReadToEndAsync(cancellationToken);
        await git.WaitForExitAsync(cancellationToken);
        return git.ExitCode == 0
            ? paths.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            : throw new CommandException((await errors).Trim());
    }
}
