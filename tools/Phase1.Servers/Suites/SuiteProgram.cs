using System.Globalization;
using Phase1.Servers.Processes;

namespace Phase1.Servers.Suites;

/// <summary>One process of a suite: what it is called, which services it runs, where they listen, and how it is started.</summary>
/// <param name="Name">suite, or the short name of its service.</param>
/// <param name="Services">Its services and their ports.</param>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Environment">Beside what it inherits; null takes a variable away.</param>
public sealed record SuiteProgram(
    string Name,
    IReadOnlyDictionary<SuiteService, int> Services,
    IReadOnlyList<string> Command,
    IReadOnlyDictionary<string, string?> Environment
)
{
    /// <summary>The name of a process that runs all services.</summary>
    public const string AllInOne = "suite";

    /// <summary>The processes that a plan asks for.</summary>
    public static IReadOnlyList<SuiteProgram> Of(SuitePlan plan) =>
        plan.InOneProcess
            ?
            [
                new(
                    AllInOne,
                    plan.Databases.Keys.ToDictionary(service => service, plan.PortOf),
                    CommandOf("AllInOne"),
                    AllInOneSettings(plan)
                ),
            ]
            : [.. plan.Databases.Keys.Order().Select(service => Of(plan, service))];

    /// <summary>The process of one service.</summary>
    public static SuiteProgram Of(SuitePlan plan, SuiteService service) =>
        new(
            service.ShortName(),
            new Dictionary<SuiteService, int> { [service] = plan.PortOf(service) },
            CommandOf(service.ToString()),
            ServiceSettings(plan, service)
        );

    static IReadOnlyList<string> CommandOf(string project) => ["dotnet", Repository.Output($"services/{project}", $"Phase1.{project}.dll")];

    static Dictionary<string, string?> AllInOneSettings(SuitePlan plan)
    {
        var settings = CommonSettings(plan);
        settings["ASPNETCORE_URLS"] = null;
        settings["AllInOne__BasePort"] = plan.BasePort.ToString(CultureInfo.InvariantCulture);
        foreach (var (service, database) in plan.Databases)
        {
            settings[$"ConnectionStrings__{service}"] = database;
        }
        return settings;
    }

    static Dictionary<string, string?> ServiceSettings(SuitePlan plan, SuiteService service)
    {
        var settings = CommonSettings(plan);
        settings["ASPNETCORE_URLS"] = plan.AddressOf(service);
        settings["ConnectionStrings__Database"] = plan.Databases[service];
        foreach (var other in plan.Databases.Keys)
        {
            settings[$"Services__{other}"] = plan.AddressOf(other);
        }
        return settings;
    }

    static Dictionary<string, string?> CommonSettings(SuitePlan plan)
    {
        var settings = new Dictionary<string, string?>(plan.Settings, StringComparer.Ordinal)
        {
            // Would move every service to one place.
            ["URLS"] = null,
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
        };
        if (plan.LogDatabase is { } log)
        {
            settings["ConnectionStrings__Log"] = log;
        }
        if (plan.Brokers is { } brokers)
        {
            settings["Messaging__Transport"] = "Kafka";
            settings["Kafka__BootstrapServers"] = brokers;
        }
        if (plan.TopicPrefix.Length > 0)
        {
            settings["Messaging__TopicPrefix"] = plan.TopicPrefix;
        }
        if (plan.Redis is { } redis)
        {
            settings["Redis__ConnectionString"] = redis;
        }
        if (plan.Clock is { } clock)
        {
            settings["Demo__Clock"] = clock;
        }
        return settings;
    }
}
