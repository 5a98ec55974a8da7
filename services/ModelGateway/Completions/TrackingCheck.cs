using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Completions;

/// <summary>Whether it is written down what calls cost: an installation that has turned it off should not forget it.</summary>
sealed class TrackingCheck(CostOptions costs) : IReadinessCheck
{
    public string Name => "cost tracking";

    public Task<Readiness> CheckAsync(CancellationToken cancellationToken) =>
        Task.FromResult(
            costs.Tracking == CostTracking.On
                ? new Readiness(ReadinessStatus.Ready, "What calls cost is written down.")
                : new Readiness(ReadinessStatus.Degraded, "Nothing is written down of what calls cost (Costs:Tracking).")
        );
}
