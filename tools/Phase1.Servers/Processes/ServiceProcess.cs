using System.Globalization;

namespace Phase1.Servers.Processes;

/// <summary>A service as its users run it: a process of its own.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    static readonly string[] Services = ["BatchOrchestrator", "EssayLifecycle", "Nlp", "ClassManagement", "FileIntake"];
    readonly Uri _readiness;

    /// <param name="service">The service's folder.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="settings">By their environment variables.</param>
    public ServiceProcess(string service, int port, IReadOnlyDictionary<string, string> settings)
    {
        Service = service;
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        _readiness = new Uri($"{address}/readyz");
        var environment = Services.ToDictionary(other => $"Services__{other}", _ => "http://nobody.test", StringComparer.Ordinal);
        environment["DOTNET_ENVIRONMENT"] = environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        environment["URLS"] = address;
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }
        Process = new ChildProcess(service, [Repository.Output($"services/{service}", $"Phase1.{service}.dll")], environment);
    }

    public string Service { get; }

    public ChildProcess Process { get; }

    /// <summary>What /readyz says; null while nobody listens.</summary>
    public async Task<string?> ReadinessAsync(CancellationToken cancellationToken)
    {
        if (!Process.IsRunning)
        {
            throw new InvalidOperationException($"{Service} does not run:\n{Process.Words}");
        }
        using var http = new HttpClient();
        try
        {
            using var answer = await http.GetAsync(_readiness, cancellationToken);
            return await answer.Content.ReadAsStringAsync(cancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        await ReadinessAsync(cancellationToken) is { } page && page.StartsWith("{\"status\":\"ready\"", StringComparison.Ordinal);

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
