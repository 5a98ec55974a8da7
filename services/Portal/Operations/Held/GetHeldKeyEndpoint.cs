using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.Held;

/// <summary>What is held of one key, in the order in which it is applied.</summary>
static class GetHeldKeyEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ops/held/{service}/{key}", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(string service, string key, Engines engines, CancellationToken cancellationToken)
    {
        var engine = engines.Of(service);
        var keys = engine.HeldAsync((Guid?)null, cancellationToken);
        var records = await engine.HeldAsync(key, cancellationToken);
        return Pages.Show<HeldKeyPage>(new HeldKeyView(service, key, (await keys).FirstOrDefault(held => held.RecordKey == key), records));
    }
}

/// <summary>What the page of a held key shows.</summary>
/// <param name="Service">Whose it is.</param>
/// <param name="Key">The key.</param>
/// <param name="Head">Null where it is not among the 200 that have waited longest.</param>
/// <param name="Records">In their order.</param>
public sealed record HeldKeyView(string Service, string Key, HeldKeyDocument? Head, IReadOnlyList<HeldRecordDocument> Records);
