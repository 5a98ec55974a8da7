using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Phase1.EndToEnd.Tests.Demo;
using Phase1.Tests.Infrastructure;

namespace Phase1.EndToEnd.Tests.Outages;

/// <summary>The Batch Orchestrator as its users run it: a process of its own, on Kafka.</summary>
sealed class ServiceProcess : IAsyncDisposable
{
    readonly ConcurrentQueue<string> _words = new();
    readonly Process _process;
    readonly int _port;

    ServiceProcess(ProcessStartInfo start, int port)
    {
        _port = port;
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        _process.OutputDataReceived += Listen;
        _process.ErrorDataReceived += Listen;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All that it has said.</summary>
    public string Words => string.Join('\n', _words);

    public static ServiceProcess Start(TestDatabase database, Dictionary<string, string> settings)
    {
        var port = FreePort.Next();
        var start = new ProcessStartInfo("dotnet", [Repository.Output("services/BatchOrchestrator", "Phase1.BatchOrchestrator.dll")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
                ["ConnectionStrings__Database"] = database.ConnectionString,
                ["Messaging__Transport"] = "Kafka",
                ["Messaging__Partitions"] = "4",
                ["Services__EssayLifecycle"] = "http://essay-lifecycle.test",
                ["Services__ClassManagement"] = "http://class-management.test",
                ["Services__FileIntake"] = "http://file-intake.test",
                ["Services__Nlp"] = "http://nlp.test",
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }
        return new ServiceProcess(start, port);
    }

    /// <summary>What /readyz says; null while nobody listens.</summary>
    public async Task<string?> ReadinessAsync(CancellationToken cancellationToken)
    {
        _process.HasExited.ShouldBeFalse(Words);
        using var http = new HttpClient();
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{_port}/readyz"), cancellationToken);
            return await answer.Content.ReadAsStringAsync(cancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Waits for its end and returns its exit code.</summary>
    public async Task<int> EndAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(patience, TimeProvider.System, cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    void Listen(object sender, DataReceivedEventArgs heard)
    {
        if (heard.Data is { } words)
        {
            _words.Enqueue(words);
        }
    }
}
