using System.Diagnostics;
using System.Text.Json;

namespace Phase1.Integration.Tests.Deployment;

/// <summary>Has docker-compose read and check a compose file; no engine is needed for that.</summary>
static class DockerCompose
{
    const string Program = "docker-compose";

    // Debian's version 1 writes YAML alone, and depends on this library.
    const string YamlToJson = "import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)";

    /// <summary>Why nothing can be checked here; null when it can.</summary>
    internal static string? Missing =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Program)))
            ? null
            : $"No {Program} (Debian's package of this name).";

    internal static async Task<ComposeFile> ReadAsync(string file, IReadOnlyDictionary<string, string> secrets)
    {
        var yaml = await ConfigAsync(file, secrets);
        yaml.ExitCode.ShouldBe(0, yaml.Errors);
        var json = await RunAsync("python3", ["-c", YamlToJson], [], yaml.Output);
        if (json.ExitCode != 0)
        {
            json = await ConfigAsync(file, secrets, "--format", "json");
            json.ExitCode.ShouldBe(0, json.Errors);
        }
        return new(JsonSerializer.Deserialize<JsonElement>(json.Output));
    }

    /// <summary>Without the developer's own .env: the secrets that are given here count, and no others.</summary>
    internal static Task<Outcome> ConfigAsync(string file, IReadOnlyDictionary<string, string> secrets, params string[] options)
    {
        var nothing = Path.Combine(AppContext.BaseDirectory, "Deployment", "no-secrets.env");
        Directory.CreateDirectory(Path.GetDirectoryName(nothing)!);
        using (File.Open(nothing, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            // Empty is what it is to be.
        }
        return RunAsync(Program, ["--env-file", nothing, "-f", file, "config", .. options], secrets, "");
    }

    static async Task<Outcome> RunAsync(
        string program,
        IEnumerable<string> arguments,
        IEnumerable<KeyValuePair<string, string>> environment,
        string input
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var secret in start.Environment.Keys.Where(name => name.StartsWith("PHASE1_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(secret);
        }
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    internal sealed record Outcome(int ExitCode, string Output, string Errors);
}
