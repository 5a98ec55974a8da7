using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>All services, each by the operator's routes that all of them have.</summary>
sealed class Engines(
    OrchestratorEngineClient orchestrator,
    LifecycleEngineClient lifecycle,
    NlpEngineClient nlp,
    ClassEngineClient classes,
    IntakeEngineClient intake
)
{
    internal IReadOnlyList<EngineClient> All { get; } = [orchestrator, lifecycle, nlp, classes, intake];

    internal static void AddServices(IServiceCollection services)
    {
        services.AddServiceClient<OrchestratorEngineClient>(nameof(ServiceNames.BatchOrchestrator));
        services.AddServiceClient<LifecycleEngineClient>(nameof(ServiceNames.EssayLifecycle));
        services.AddServiceClient<NlpEngineClient>(nameof(ServiceNames.Nlp));
        services.AddServiceClient<ClassEngineClient>(nameof(ServiceNames.ClassManagement));
        services.AddServiceClient<IntakeEngineClient>(nameof(ServiceNames.FileIntake));
        services.AddScoped<Engines>();
    }

    /// <exception cref="ProblemException">404 when there is no such service.</exception>
    internal EngineClient Of(string service) =>
        All.FirstOrDefault(engine => engine.Service == service)
        ?? throw new ProblemException(Problems.ResourceNotFound, "There is no such service.");

    /// <summary>Asks all of them at once; those that are away are noted and say nothing.</summary>
    internal async Task<IReadOnlyList<(string Service, T? Answer)>> AskAsync<T>(Away away, Func<EngineClient, Task<T>> ask)
        where T : class?
    {
        return await Task.WhenAll(All.Select(async engine => (engine.Service, await away.OrAsync<T?>(AskedAsync(engine), null))));

        async Task<T?> AskedAsync(EngineClient engine) => await ask(engine);
    }
}
