using Phase1.Events;
using Phase1.ModelGateway.Models;

namespace Phase1.ModelGateway.Routing;

/// <summary>What a route must keep to before it is stored.</summary>
static class RouteRules
{
    internal const int LongestChain = 8;

    /// <summary>What is wrong with a route, one sentence each.</summary>
    /// <param name="route">The route.</param>
    /// <param name="routes">The others, which it is to fit to; one that it replaces may be among them.</param>
    /// <param name="models">All models.</param>
    internal static IEnumerable<string> Faults(
        ModelRoute route,
        IReadOnlyCollection<ModelRoute> routes,
        IReadOnlyDictionary<string, LanguageModel> models
    )
    {
        if (route.Chain.Length is < 1 or > LongestChain || route.Chain.Distinct().Count() != route.Chain.Length)
        {
            return [$"A chain has 1 to {LongestChain} models, each once."];
        }
        if (route.Chain.Any(id => !models.ContainsKey(id)))
        {
            return ["A chain names models of the list."];
        }
        if (route.TaskType == TaskType.NameExtraction && route.Chain[^1] != LanguageModel.Rules)
        {
            return [$"A chain for names ends with {LanguageModel.Rules}."];
        }
        return TierFaults(route, routes, models);
    }

    // What is harder must not begin with a lesser model than what is easier.
    static IEnumerable<string> TierFaults(
        ModelRoute route,
        IReadOnlyCollection<ModelRoute> routes,
        IReadOnlyDictionary<string, LanguageModel> models
    )
    {
        ModelRoute[] all = [.. routes.Where(other => !IsSame(other, route)), route];
        var levels = Enum.GetValues<Complexity>();
        return from pair in levels.Zip(levels.Skip(1))
            where FirstTier(pair.Second) < FirstTier(pair.First)
            select $"A chain for {WireEnum.Name(pair.Second)} begins in no lower tier than the one for {WireEnum.Name(pair.First)}.";

        Tier? FirstTier(Complexity complexity) =>
            ModelRoute.Find(all, route.WorkspaceId, route.TaskType, complexity) is { } found ? models[found.Chain[0]].Tier : null;
    }

    /// <summary>Whether one replaces the other.</summary>
    internal static bool IsSame(ModelRoute one, ModelRoute other) =>
        one.WorkspaceId == other.WorkspaceId && one.TaskType == other.TaskType && one.Complexity == other.Complexity;
}
