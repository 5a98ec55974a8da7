using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.Batches;

/// <summary>Every fact of one chain, across batches and services.</summary>
static class GetChainEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ops/chains/{correlationId:guid}", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(Guid correlationId, AllBatchesClient batches, CancellationToken cancellationToken) =>
        Pages.Show<ChainPage>(new ChainView(correlationId, CausedFact.Of(await batches.ChainAsync(correlationId, cancellationToken))));
}

/// <summary>What the page of a chain shows.</summary>
public sealed record ChainView(Guid CorrelationId, IReadOnlyList<CausedFact> Facts);
