using System.Net;
using Phase1.Cli.Doctor;
using Phase1.Events;
using Phase1.Servers.Suites;

namespace Phase1.Unit.Tests.Runner.Doctor;

/// <summary>What a suite answers in which nothing is wrong.</summary>
static class SoundSuite
{
    internal static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyList<ServiceAnswers> All => [.. SuiteServices.All.Select(Answers)];

    internal static IReadOnlyDictionary<string, Dictionary<string, string>> OptionsWith(string threshold) =>
        new Dictionary<string, Dictionary<string, string>>
        {
            ["Messaging"] = new() { ["TopicPrefix"] = "", ["Partitions"] = "2" },
            ["Matching"] = new() { ["AutoConfirm"] = threshold },
        };

    static ServiceAnswers Answers(SuiteService service) =>
        new(service, new($"http://127.0.0.1:{SuitePlan.PortOf(8081, service)}"))
        {
            IsAlive = true,
            Readiness = new("ready", [new("database", "ready", "Answers.")]),
            ReportStatus = HttpStatusCode.OK,
            ReportedAt = Now,
            Report = new(NameOf(service), "1.0", "Production", Now, "postgresql", OptionsWith("0.7"), EngineOf(NameOf(service))),
            SignIn = service == SuiteService.Portal ? new(HttpStatusCode.OK, null, HasPolicy: true) : null,
        };

    static string NameOf(SuiteService service) => (string)typeof(ServiceNames).GetField(service.ToString())!.GetRawConstantValue()!;

    internal static SeenEngine EngineOf(string group) =>
        new(
            [new(group, "facts", 0, Owned: true, Lag: 0), new(group, "facts", 1, Owned: true, Lag: 0)],
            new(0, null, RelayActive: true),
            new(0, 0, null),
            new(0),
            [new("OutboxRelay", "done", Late: false)]
        );
}
