using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Sops.Privacy;

static class PrivacyModule
{
    internal static IServiceCollection AddPrivacyProcedures(this IServiceCollection services)
    {
        services.AddServiceClient<ClassScopeClient>(nameof(ServiceNames.ClassManagement));
        services.AddServiceClient<EssayScopeClient>(nameof(ServiceNames.EssayLifecycle));
        services.AddServiceClient<StudentRecordClient>(nameof(ServiceNames.ClassManagement));
        services
            .AddTransient<ScopeClients>()
            .AddScoped<PrivacyBook>()
            .AddValidatedOptions<DataRequestOptions>("DataRequests")
            .AddSingleton<Participants>()
            .AddSingleton<Questioning>();
        foreach (var sop in PrivacyProcedures.All)
        {
            services.AddScoped<IDecisionRule>(provider => new PrivacyDecisions(
                sop,
                provider.GetRequiredService<ScopeClients>(),
                provider.GetRequiredService<DataRequestOptions>()
            ));
        }
        foreach (var sop in PrivacyProcedures.All.Where(sop => sop.StageOf(PrivacyProcedures.Scope) is not null))
        {
            services.AddSingleton<IStageHandler>(provider => new ScopeStage(sop, provider.GetRequiredService<ScopeClients>()));
        }
        return services
            .AddPacked(PrivacyProcedures.Access, "access")
            .AddPacked(PrivacyProcedures.Export, "export")
            .AddSingleton<IStageHandler>(provider => new QuestionStage(
                PrivacyProcedures.Delete,
                PrivacyProcedures.Eligibility,
                "erasure_check",
                provider.GetRequiredService<Questioning>()
            ))
            .AddSingleton<IStageHandler, ErasureStage>()
            .AddSingleton<IStageHandler, ProofStage>()
            .AddSingleton<IStageHandler, ApplyStage>()
            .AddSingleton<IRequestRule, CorrectionRule>();
    }

    static IServiceCollection AddPacked(this IServiceCollection services, Sop sop, string purpose) =>
        services
            .AddSingleton<IStageHandler>(provider => new CollectionStage(sop, purpose, provider.GetRequiredService<Questioning>()))
            .AddSingleton<IStageHandler>(new ClosingStage(sop));
}
