using Phase1.BatchOrchestrator;
using Phase1.ClassManagement;
using Phase1.EssayLifecycle;
using Phase1.Events;
using Phase1.Feedback;
using Phase1.FileIntake;
using Phase1.ModelGateway;
using Phase1.Nlp;
using Phase1.Portal;
using Phase1.ServiceDefaults;
using Phase1.Tickets;

namespace Phase1.AllInOne;

/// <summary>
/// All services in one process, each with its own container, database and port: the embedded default. They share the configuration; what stands
/// in the section that bears a service's name is that service's alone (<c>Nlp:Matching:Parallelism</c>).
/// </summary>
static class Suite
{
    internal static IReadOnlyList<WebApplication> Build(string[] args)
    {
        string[] arguments = [.. DefaultEnvironment(), .. args];
        var members = Members();
        return
        [
            .. members.Select(member =>
                Phase1Host.Build(
                    member.Service,
                    arguments,
                    builder =>
                        builder
                            .Configuration.AddInMemoryCollection([.. member.Settings(builder.Configuration, members)])
                            .AddInMemoryCollection([.. member.OwnSettings(builder.Configuration)])
                )
            ),
        ];
    }

    /// <summary>In the order of their ports: the Portal before AllInOne:BasePort, the others from there on.</summary>
    static List<Member> Members() =>
        [
            new(nameof(ServiceNames.Portal), new PortalService()),
            new(nameof(ServiceNames.BatchOrchestrator), new BatchOrchestratorService()),
            new(nameof(ServiceNames.EssayLifecycle), new EssayLifecycleService()),
            new(nameof(ServiceNames.Nlp), new NlpService()),
            new(nameof(ServiceNames.ClassManagement), new ClassManagementService()),
            new(nameof(ServiceNames.FileIntake), new FileIntakeService()),
            new(nameof(ServiceNames.Tickets), new TicketsService()),
            new(nameof(ServiceNames.ModelGateway), new ModelGatewayService()),
            new(nameof(ServiceNames.Feedback), new FeedbackService()),
        ];

    /// <summary>Development unless somebody says otherwise; first in the arguments, so that theirs wins.</summary>
    static string[] DefaultEnvironment() =>
        new[] { "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT" }.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 })
            ? []
            : ["--environment=Development"];
}
