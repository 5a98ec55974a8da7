using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Phase1.BatchOrchestrator;
using Phase1.ClassManagement;
using Phase1.EssayLifecycle;
using Phase1.Feedback;
using Phase1.FileIntake;
using Phase1.ModelGateway;
using Phase1.Nlp;
using Phase1.Portal;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tickets;

namespace Phase1.Unit.Tests.Security;

/// <summary>The real hosts, listening, with no database behind them.</summary>
static class HostWithoutDatabase
{
    const string Nowhere = "Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=1";

    static readonly string[] Keys =
    [
        $"--Authentication:Callers:{Identity.Service}={Identity.CurrentKey}",
        $"--Authentication:OwnKey={Identity.CurrentKey}",
    ];

    internal static IReadOnlyList<string> Services { get; } =
    ["BatchOrchestrator", "EssayLifecycle", "Nlp", "ClassManagement", "FileIntake", "Tickets", "ModelGateway", "Feedback"];

    /// <summary>Those, and the Portal, whose routes are for people.</summary>
    internal static IReadOnlyList<string> All { get; } = [.. Services, "Portal"];

    internal static async Task<WebApplication> StartAsync(string service)
    {
        var host = Build(service);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>A host that is not started.</summary>
    /// <param name="service">Its name.</param>
    /// <param name="environment">As what it runs.</param>
    /// <param name="configure">What is to be done with it before.</param>
    internal static WebApplication Build(
        string service,
        string environment = "Development",
        Action<WebApplicationBuilder>? configure = null
    ) =>
        Phase1Host.Build(
            Of(service),
            [$"--environment={environment}", "--urls=http://127.0.0.1:0", .. Keys],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Configuration.AddInMemoryCollection(TestSettings.For(Nowhere, Nowhere));
                configure?.Invoke(builder);
            }
        );

    static Phase1Service Of(string service) =>
        service switch
        {
            "BatchOrchestrator" => new BatchOrchestratorService(),
            "EssayLifecycle" => new EssayLifecycleService(),
            "Nlp" => new NlpService(),
            "ClassManagement" => new ClassManagementService(),
            "Portal" => new PortalService(),
            "Tickets" => new TicketsService(),
            "ModelGateway" => new ModelGatewayService(),
            "Feedback" => new FeedbackService(),
            _ => new FileIntakeService(),
        };
}
