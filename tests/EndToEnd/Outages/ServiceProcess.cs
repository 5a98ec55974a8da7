using System.Globalization;
using Phase1.Servers.Processes;
using Phase1.Servers.Suites;

namespace Phase1.EndToEnd.Tests.Outages;

/// <summary>One service as a process of its own, without the others.</summary>
/// <param name="service">The service.</param>
/// <param name="port">Where it listens.</param>
/// <param name="settings">By their environment variables.</param>
sealed class ServiceProcess(SuiteService service, int port, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    public ChildProcess Process { get; } =
        new(service.ToString(), ["dotnet", Repository.Output($"services/{service}", $"Phase1.{service}.dll")], Environment(port, settings));

    public Task<Readiness> ReadinessAsync(CancellationToken cancellationToken)
    {
        Process.IsRunning.ShouldBeTrue(Process.Words);
        return Readiness.AskAsync(port, cancellationToken);
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    static Dictionary<string, string?> Environment(int port, IReadOnlyDictionary<string, string> settings)
    {
        var environment = SuiteServices.All.ToDictionary(other => $"Services__{other}", string? (_) => "http://nobody.test");
        environment["DOTNET_ENVIRONMENT"] = environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        environment["URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }
        return environment;
    }
}
