using System.Diagnostics;
using System.Globalization;

namespace Phase1.Servers.Kafka;

/// <summary>One private cluster under the temporary folder, run by the tool; it is gone with the process, at the latest when the next one starts.</summary>
public sealed class KafkaTool : IAsyncDisposable
{
    // Three nodes take three ports each, in steps of ten.
    const int PortRow = 30;

    readonly string _tool;
    readonly KafkaFolder _folder = KafkaFolder.Claim();
    bool _ended;

    public KafkaTool(string tool)
    {
        _tool = tool;
        AppDomain.CurrentDomain.ProcessExit += EndWithProcess;
    }

    /// <summary>The cluster's folder.</summary>
    public string Folder => _folder.Path;

    public static void RemoveLeftovers(string tool)
    {
        foreach (var leftover in KafkaFolder.Leftovers())
        {
            Delete(tool, leftover);
        }
    }

    /// <summary>Starts it and returns the bootstrap servers.</summary>
    public async Task<string> StartAsync(params string[] options)
    {
        var port = FreePort.NextRow(PortRow).ToString(CultureInfo.InvariantCulture);
        await RunAsync("start", ["--port", port, .. options]);
        return (await File.ReadAllTextAsync(Path.Combine(Folder, "bootstrap"))).Trim();
    }

    public async Task RunAsync(string command, params string[] options)
    {
        using var process = Launch(_tool, command, Folder, options);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"kafka {command} ended with {process.ExitCode}: {errors}{await output}");
        }
    }

    public ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithProcess;
        End();
        return ValueTask.CompletedTask;
    }

    void EndWithProcess(object? sender, EventArgs e) => End();

    void End()
    {
        if (!_ended)
        {
            _ended = true;
            Delete(_tool, _folder);
        }
    }

    // For the end of the process, where nothing can be awaited and nothing may fail.
    static void Delete(string tool, KafkaFolder folder)
    {
        using var process = Launch(tool, "delete", folder.Path, []);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        folder.Dispose();
    }

    static Process Launch(string tool, string command, string folder, string[] options)
    {
        var start = new ProcessStartInfo(tool, [command, "--dir", folder, .. options])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                // A machine that does other things too may take its time.
                ["KAFKA_START_TIMEOUT"] = "240",
                // A broker that lives for a minute never earns back its optimising compiler: this halves what its start costs.
                ["JDK_JAVA_OPTIONS"] = "-XX:TieredStopAtLevel=1",
            },
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start.");
    }
}
