using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>All services, each by the operator's routes that all of them have.</summary>
sealed class Engines(IEnumerable<EngineClient> engines)
{
    internal IReadOnlyList<EngineClient> All { get; } = [.. engines];

    internal static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        Add<OrchestratorEngineClient>(nameof(ServiceNames.BatchOrchestrator));
        Add<LifecycleEngineClient>(nameof(ServiceNames.EssayLifecycle));
        Add<NlpEngineClient>(nameof(ServiceNames.Nlp));
        Add<ClassEngineClient>(nameof(ServiceNames.ClassManagement));
        Add<IntakeEngineClient>(nameof(ServiceNames.FileIntake));
        if (IsThere(configuration, nameof(ServiceNames.Tickets)))
        {
            Add<TicketsEngineClient>(nameof(ServiceNames.Tickets));
        }
        if (IsThere(configuration, nameof(ServiceNames.ModelGateway)))
        {
            Add<GatewayEngineClient>(nameof(ServiceNames.ModelGateway));
            services.AddServiceClient<CompletionsClient>(nameof(ServiceNames.ModelGateway), CompletionsClient.Patience);
        }
        if (IsThere(configuration, nameof(ServiceNames.Feedback)))
        {
            Add<FeedbackEngineClient>(nameof(ServiceNames.Feedback));
        }
        services.AddScoped<Engines>();

        void Add<TClient>(string service)
            where TClient : EngineClient
        {
            services.AddServiceClient<TClient>(service);
            services.AddTransient<EngineClient>(provider => provider.GetRequiredService<TClient>());
        }
    }

    /// <summary>Whether there is such a service: a school may do without tickets, and without models.</summary>
    internal static bool IsThere(IConfiguration configuration, string service) =>
        !string.IsNullOrEmpty(configuration[$"Services:{service}"]);

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
