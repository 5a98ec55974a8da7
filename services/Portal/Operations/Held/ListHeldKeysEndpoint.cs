using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.Held;

/// <summary>The keys whose records wait, of all services.</summary>
static class ListHeldKeysEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ops/held", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(Engines engines, Away away, CancellationToken cancellationToken)
    {
        var held = await engines.AskAsync(away, engine => engine.HeldAsync((Guid?)null, cancellationToken));
        return Pages.Show<HeldKeysPage>(new HeldKeysView(HeldKey.Of(held), away.Services));
    }
}

/// <summary>What the page of held keys shows.</summary>
public sealed record HeldKeysView(IReadOnlyList<HeldKey> Keys, IReadOnlyCollection<string> Away);

/// <summary>A held key and whose it is.</summary>
public sealed record HeldKey(string Service, HeldKeyDocument Key)
{
    /// <summary>Those that have waited longest first.</summary>
    internal static IReadOnlyList<HeldKey> Of(IReadOnlyList<(string Service, IReadOnlyList<HeldKeyDocument>? Answer)> answers) =>
        [
            .. answers
                .SelectMany(answer => (answer.Answer ?? []).Select(key => new HeldKey(answer.Service, key)))
                .OrderBy(held => held.Key.HeldSince),
        ];
}
