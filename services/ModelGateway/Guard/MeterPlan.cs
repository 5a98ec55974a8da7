using Phase1.Events;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.ModelGateway.Guard;

/// <summary>Which meters a call touches, and how much it may take of each.</summary>
sealed class MeterPlan(CurrentPeriods periods)
{
    /// <summary>The demands of a call, in the order in which they are refused.</summary>
    /// <param name="workspace">Its workspace.</param>
    /// <param name="call">The call.</param>
    /// <param name="bound">The most that it can take.</param>
    /// <param name="now">When it is admitted.</param>
    /// <param name="cancellationToken">Ends the reading of periods.</param>
    internal async Task<IReadOnlyList<Demand>> OfAsync(
        WorkspaceSnapshot workspace,
        CallFacts call,
        UpperBound bound,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        List<Demand> demands = [];
        var touched = workspace
            .Budgets.Where(budget => Touches(budget, call))
            .OrderBy(budget => budget.ScopeType)
            .ThenBy(budget => budget.Unit);
        foreach (var budget in touched)
        {
            PeriodKey? current =
                budget.Period == PeriodKind.Request ? null : await periods.GetAsync(budget, now, workspace.Zone, cancellationToken);
            demands.Add(new(Meter.Of(budget, current), budget.Unit == MeterUnit.Tokens ? bound.Tokens : bound.Cost.Total));
        }
        return demands;
    }

    // The budgets of a snapshot are its workspace's and its organisation's: what is left to compare is the teacher and the course.
    static bool Touches(Budget budget, CallFacts call) =>
        budget.ScopeType switch
        {
            BudgetScope.Teacher => budget.ScopeId == call.UserId,
            BudgetScope.Course => call.CourseCode is { } course && budget.ScopeId == WireEnum.Name(course),
            _ => true,
        };
}
