using Phase1.Events;

namespace Phase1.ModelGateway.Routing;

/// <summary>The models of a task, in the order in which they are asked.</summary>
sealed class ModelRoute
{
    /// <summary>Stands for every workspace, or every complexity.</summary>
    internal const string Any = "*";

    public string WorkspaceId { get; init; } = Any;

    public TaskType TaskType { get; init; }

    /// <summary>A <see cref="Routing.Complexity"/> under its wire name, or <see cref="Any"/>.</summary>
    public string Complexity { get; init; } = Any;

    /// <summary>Ids of models, 1 to 8, each once.</summary>
    public required string[] Chain { get; set; }

    public OnBudget OnBudget { get; set; }

    /// <summary>How long one attempt may take.</summary>
    public int AttemptTimeoutMs { get; set; } = 30_000;

    /// <summary>How long the call may take where its caller does not say.</summary>
    public int DeadlineMs { get; set; } = 120_000;

    public long Version { get; set; } = 1;

    /// <summary>The most specific route of a call; null where there is none.</summary>
    /// <param name="routes">All routes.</param>
    /// <param name="workspaceId">Whose call it is.</param>
    /// <param name="task">What is asked for.</param>
    /// <param name="complexity">How hard it is.</param>
    internal static ModelRoute? Find(IReadOnlyCollection<ModelRoute> routes, string workspaceId, TaskType task, Complexity complexity)
    {
        var word = WireEnum.Name(complexity);
        return Of(workspaceId, word) ?? Of(workspaceId, Any) ?? Of(Any, word) ?? Of(Any, Any);

        ModelRoute? Of(string workspace, string level) =>
            routes.FirstOrDefault(route => route.TaskType == task && route.WorkspaceId == workspace && route.Complexity == level);
    }
}
