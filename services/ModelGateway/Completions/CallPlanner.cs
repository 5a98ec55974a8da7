using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Routing;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Completions;

/// <summary>Plans calls, and refuses those that no model could be asked for.</summary>
sealed class CallPlanner(RoutePlanner planner, CostOptions costs)
{
    /// <summary>The models of a call, at least one of which may be asked.</summary>
    /// <param name="order">The call.</param>
    /// <param name="progress">Takes the decision.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ProblemException">No model may be asked.</exception>
    /// <exception cref="LedgerUnavailableException">The database is away.</exception>
    internal async Task<RoutePlan> PlanAsync(CompletionOrder order, CallProgress progress, CancellationToken cancellationToken)
    {
        var plan = await ReadAsync(order, cancellationToken);
        progress.Decision = plan.Decision;
        if (plan.Decision.Skipped.Any(skip => skip.Reason == SkipReason.GatewayDisabled))
        {
            throw CallProblems.Disabled(progress.ToRouting(null));
        }
        if (plan.Decision.Primary is not { } primary)
        {
            throw CallProblems.NoModel(progress.ToRouting(null));
        }
        if (primary.Model.Tier != Tier.Rules && order.MaxOutput > primary.Model.MaxOutputTokens)
        {
            throw new ProblemException(
                Problems.LimitExceeded,
                $"An answer of this model has at most {primary.Model.MaxOutputTokens} tokens."
            );
        }
        if (costs.Tracking == CostTracking.Off && plan.Workspace.Budgets.Count > 0)
        {
            throw new ProblemException(
                Problems.CostTrackingOff,
                "There is a budget, and nothing is written down that it could be held by."
            );
        }
        return plan;
    }

    async Task<RoutePlan> ReadAsync(CompletionOrder order, CancellationToken cancellationToken)
    {
        try
        {
            return order.Model is not { } named || await planner.KnowsAsync(order.Call.WorkspaceId, named, cancellationToken)
                ? await planner.PlanAsync(order.Call.WorkspaceId, order.Route, cancellationToken)
                : throw new ProblemException(Problems.ResourceNotFound, "There is no such model.");
        }
        catch (Exception error) when (GuardLane.Passes(error))
        {
            throw new LedgerUnavailableException(error);
        }
    }
}
