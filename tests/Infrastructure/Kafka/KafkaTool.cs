using System.Diagnostics;
using System.Globalization;

namespace Phase1.Tests.Infrastructure.Kafka;

/// <summary>One private cluster under the temporary folder, run by the tool; it is gone with the process.</summary>
sealed class KafkaTool : IAsyncDisposable
{
    // Three nodes take three ports each, in steps of ten.
    const int PortRow = 30;

    readonly string _tool;
    readonly string _folder = Directory.CreateTempSubdirectory("phase1-kafka-").FullName;
    bool _ended;

    public KafkaTool(string tool)
    {
        _tool = tool;
        AppDomain.CurrentDomain.ProcessExit += EndWithProcess;
    }

    /// <summary>Starts it and returns the bootstrap servers.</summary>
    public async Task<string> StartAsync(params string[] options)
    {
        var port = FreePort.NextRow(PortRow).ToString(CultureInfo.InvariantCulture);
        await RunAsync("start", ["--port", port, .. options]);
        return (await File.ReadAllTextAsync(Path.Combine(_folder, "bootstrap"))).Trim();
    }

    public async Task RunAsync(string command, params string[] options)
    {
        using var process = Launch(command, options);
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

    // For the end of the process, where nothing can be awaited and nothing may fail.
    void End()
    {
        if (_ended)
        {
            return;
        }
        _ended = true;
        using var process = Launch("delete", []);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }

    Process Launch(string command, string[] options)
    {
        var start = new ProcessStartInfo(_tool, [command, "--dir", _folder, .. options])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{_tool} did not start.");
    }
}
