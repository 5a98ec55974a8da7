using System.Globalization;

namespace Phase1.Servers.Suites;

/// <summary>What a suite runs on, and where it listens.</summary>
public sealed record SuitePlan
{
    /// <summary>Where BOS listens unless somebody says otherwise.</summary>
    public const int DefaultBasePort = 8081;

    /// <summary>Where BOS listens; the others follow, and the Portal is on the port before.</summary>
    public required int BasePort { get; init; }

    /// <summary>The services that the suite has, each with the connection string of its database.</summary>
    public required IReadOnlyDictionary<SuiteService, string> Databases { get; init; }

    /// <summary>The connection string of the log's database, where the log is on PostgreSQL.</summary>
    public string? LogDatabase { get; init; }

    /// <summary>The brokers, where the log is on Kafka.</summary>
    public string? Brokers { get; init; }

    /// <summary>Before the name of every topic and group.</summary>
    public string TopicPrefix { get; init; } = "";

    public string? Redis { get; init; }

    /// <summary>The file that keeps how far the demo's clock is ahead.</summary>
    public string? Clock { get; init; }

    /// <summary>Whether one process runs all services; else each has its own.</summary>
    public bool InOneProcess { get; init; }

    /// <summary>Settings of all processes beside those that make them a suite, by their environment variables.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    public int PortOf(SuiteService service) => PortOf(BasePort, service);

    /// <summary>Where a service of a suite listens.</summary>
    public static int PortOf(int basePort, SuiteService service) => service == SuiteService.Portal ? basePort - 1 : basePort + (int)service;

    public string AddressOf(SuiteService service) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{PortOf(service)}");
}
