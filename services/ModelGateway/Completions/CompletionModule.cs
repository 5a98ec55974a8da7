using Phase1.ModelGateway.Attempts;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Completions;

static class CompletionModule
{
    internal static IServiceCollection AddCompletions(this IServiceCollection services) =>
        services
            .AddValidatedOptions<CostOptions>("Costs")
            .AddSingleton(provider => new AttemptPipeline(provider.GetRequiredService<NetworkClock>(), Random.Shared.NextDouble))
            .AddSingleton<IReadinessCheck, TrackingCheck>()
            .AddSingleton<AnswerMemory>()
            .AddSingleton<LedgerFacts>()
            .AddSingleton<CallPlanner>()
            .AddSingleton<CompletionCalls>();
}
