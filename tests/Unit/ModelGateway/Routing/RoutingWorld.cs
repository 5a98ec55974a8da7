using Phase1.ModelGateway.Health;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Prices;
using Phase1.ModelGateway.Routing;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.Unit.Tests.ModelGateway.Routing;

/// <summary>Three providers with a model each, and a route over all of them.</summary>
static class RoutingWorld
{
    public static readonly DateTimeOffset Now = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    public static readonly ProviderHealth Well = new(CircuitState.Closed, 0, AdmitsCalls: true, WasPolled: true);

    /// <summary>A school that allows everything.</summary>
    public static WorkspacePolicy Open { get; } = new("org:school") { ForbidsExternal = false };

    public static LanguageModel Model(string id, Tier tier, int context = 8000, bool json = true, bool enabled = true) =>
        new()
        {
            ModelId = id,
            Provider = LanguageModel.ProviderOf(id),
            WireName = id.Split('/')[1],
            Tier = tier,
            ContextTokens = context,
            MaxOutputTokens = 1000,
            SupportsJson = json,
            Enabled = enabled,
        };

    public static Dictionary<string, LanguageModel> Models(params IEnumerable<LanguageModel> more) =>
        new[]
        {
            Model("local/default", Tier.Local),
            Model("north/mid", Tier.Standard),
            Model("south/large", Tier.Capable),
            Model(LanguageModel.Rules, Tier.Rules),
        }
            .Concat(more)
            .ToLookup(model => model.ModelId)
            .ToDictionary(same => same.Key, same => same.Last());

    public static ModelRoute Route(TaskType task, params string[] chain) => new() { TaskType = task, Chain = chain };

    public static RoutingView View(
        IReadOnlyCollection<ModelRoute>? routes = null,
        IReadOnlyDictionary<string, LanguageModel>? models = null,
        IReadOnlyDictionary<string, ProviderHealth>? health = null,
        Func<LanguageModel, PriceQuote>? quote = null,
        bool isEnabled = true
    ) =>
        new(
            isEnabled,
            models ?? Models(),
            routes ?? [Route(TaskType.General, "local/default", "north/mid", "south/large")],
            new Dictionary<string, Provider>
            {
                ["local"] = new("local", Region: null, IsExternal: false),
                ["north"] = new("north", "eu", IsExternal: true),
                ["south"] = new("south", "us", IsExternal: true),
            },
            health ?? new Dictionary<string, ProviderHealth>(),
            quote ?? (_ => PriceQuote.Free),
            Now
        );

    public static string[] Ids(RouteDecision decision) => [.. decision.Candidates.Select(candidate => candidate.Model.ModelId)];
}
