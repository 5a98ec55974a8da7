using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Sops.Privacy;

static class PrivacyModule
{
    internal static IServiceCollection AddPrivacyProcedures(this IServiceCollection services)
    {
        services.AddServiceClient<ClassScopeClient>(nameof(ServiceNames.ClassManagement));
        services.AddServiceClient<EssayScopeClient>(nameof(ServiceNames.EssayLifecycle));
        services.AddTransient<ScopeClients>().AddScoped<PrivacyBook>().AddValidatedOptions<DataRequestOptions>("DataRequests");
        foreach (var sop in PrivacyProcedures.All)
        {
            services
                .AddSingleton<IStageHandler>(provider => new ScopeStage(sop, provider.GetRequiredService<ScopeClients>()))
                .AddScoped<IDecisionRule>(provider => new PrivacyDecisions(sop, provider.GetRequiredService<ScopeClients>()));
        }
        return services
            .AddSingleton<IStageHandler>(provider =>
                Asking(provider, PrivacyProcedures.Delete, PrivacyProcedures.Eligibility, "erasure_check")
            )
            .AddSingleton<IStageHandler, CollectionStage>()
            .AddSingleton<IStageHandler, ClosingStage>()
            .AddSingleton<IStageHandler, ErasureStage>()
            .AddSingleton<IStageHandler, ProofStage>();
    }

    static QuestionStage Asking(IServiceProvider provider, Sop sop, string stage, string purpose) =>
        new(
            sop,
            stage,
            purpose,
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<DataRequestOptions>(),
            provider.GetRequiredService<TimeProvider>()
        );
}
