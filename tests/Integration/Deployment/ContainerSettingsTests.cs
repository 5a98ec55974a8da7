using Phase1.BatchOrchestrator;
using Phase1.ClassManagement;
using Phase1.EssayLifecycle;
using Phase1.Feedback;
using Phase1.FileIntake;
using Phase1.Messaging.Kafka;
using Phase1.ModelGateway;
using Phase1.Nlp;
using Phase1.Portal;
using Phase1.ServiceDefaults;
using Phase1.Tickets;

namespace Phase1.Integration.Tests.Deployment;

/// <summary>What a container is given is what its service asks for: a host that can be built has found every setting that it needs.</summary>
public sealed class ContainerSettingsTests(ComposeFixture files)
{
    static readonly IReadOnlyDictionary<string, Func<Phase1Service>> Services = new Dictionary<string, Func<Phase1Service>>
    {
        ["BatchOrchestrator"] = () => new BatchOrchestratorService(),
        ["EssayLifecycle"] = () => new EssayLifecycleService(),
        ["Nlp"] = () => new NlpService(),
        ["ClassManagement"] = () => new ClassManagementService(),
        ["FileIntake"] = () => new FileIntakeService(),
        ["Portal"] = () => new PortalService(),
        ["Tickets"] = () => new TicketsService(),
        ["ModelGateway"] = () => new ModelGatewayService(),
        ["Feedback"] = () => new FeedbackService(),
    };

    public static TheoryData<string> Names => [.. Services.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_service_starts_with_what_its_container_is_given(string name)
    {
        var settings = await SettingsAsync(name);

        await using var host = Build(name, settings);

        host.Environment.EnvironmentName.ShouldBe("Production");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_container_is_given_nothing_that_its_service_could_do_without(string name)
    {
        var settings = await SettingsAsync(name);

        // Without Redis notifications between processes are only slower, the spool has a place that does not outlive the
        // container, names are found by rules alone, and people without tickets, models and feedback see nothing of them.
        foreach (
            var setting in settings
                .Keys.Where(setting => !IsCaller(setting))
                .Except([
                    "Redis__ConnectionString",
                    "Guard__SpoolFile",
                    "Services__ModelGateway",
                    "Services__Feedback",
                    "Services__Tickets",
                ])
        )
        {
            Refuses(other => other != setting, $"without {setting}");
        }
        // One caller more or less is a matter of who calls; without any there is no service.
        Refuses(setting => !IsCaller(setting), "without callers");

        void Refuses(Func<string, bool> given, string what) =>
            Should.Throw<ConfigurationException>(
                () => Build(name, settings.Where(setting => given(setting.Key)).ToDictionary()),
                $"{name} {what}"
            );
    }

    static bool IsCaller(string setting) => setting.StartsWith("Authentication__Callers__", StringComparison.Ordinal);

    async Task<IReadOnlyDictionary<string, string>> SettingsAsync(string name)
    {
        var problem = new KafkaLogOptions { BootstrapServers = "kafka:9092" }.Problem;
        Assert.SkipWhen(problem is not null, problem ?? "The client of Kafka does not work here.");
        return (await files.SuiteAsync()).Services.Single(service => service.BuiltFrom == name).Environment;
    }

    static Microsoft.AspNetCore.Builder.WebApplication Build(string name, IReadOnlyDictionary<string, string> settings) =>
        Phase1Host.Build(
            Services[name](),
            [
                "--environment=Production",
                .. settings.Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}"),
            ]
        );
}
