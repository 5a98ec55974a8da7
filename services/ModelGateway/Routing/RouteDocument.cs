namespace Phase1.ModelGateway.Routing;

/// <summary>The models of a task, in order.</summary>
sealed record RouteDocument(
    string WorkspaceId,
    TaskType TaskType,
    string Complexity,
    IReadOnlyList<string> Chain,
    OnBudget OnBudget,
    int AttemptTimeoutMs,
    int DeadlineMs,
    long Version
)
{
    internal static RouteDocument Of(ModelRoute route) =>
        new(
            route.WorkspaceId,
            route.TaskType,
            route.Complexity,
            route.Chain,
            route.OnBudget,
            route.AttemptTimeoutMs,
            route.DeadlineMs,
            route.Version
        );
}
