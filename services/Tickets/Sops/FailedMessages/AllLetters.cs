using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Sops.FailedMessages;

/// <summary>The dead letters of all services.</summary>
sealed class AllLetters(
    OrchestratorLetterClient orchestrator,
    LifecycleLetterClient lifecycle,
    NlpLetterClient nlp,
    ClassLetterClient classes,
    IntakeLetterClient intake
)
{
    internal IReadOnlyList<LetterClient> All { get; } = [orchestrator, lifecycle, nlp, classes, intake];

    internal static void AddServices(IServiceCollection services)
    {
        services.AddServiceClient<OrchestratorLetterClient>(nameof(ServiceNames.BatchOrchestrator));
        services.AddServiceClient<LifecycleLetterClient>(nameof(ServiceNames.EssayLifecycle));
        services.AddServiceClient<NlpLetterClient>(nameof(ServiceNames.Nlp));
        services.AddServiceClient<ClassLetterClient>(nameof(ServiceNames.ClassManagement));
        services.AddServiceClient<IntakeLetterClient>(nameof(ServiceNames.FileIntake));
        services.AddTransient<AllLetters>();
    }

    /// <exception cref="StageException">There is no such service.</exception>
    internal LetterClient Of(string service) =>
        All.FirstOrDefault(client => client.Service == service) ?? throw new StageException("NO_SUCH_SERVICE");
}
