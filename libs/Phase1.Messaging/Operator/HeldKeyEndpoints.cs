using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Phase1.Messaging.Operator;

/// <summary>The operator's routes about records that wait.</summary>
public static class HeldKeyEndpoints
{
    /// <summary>Maps list and show below /internal/v1/held-keys.</summary>
    /// <param name="routes">Where to map them.</param>
    /// <returns>The group, for the host's authorization policy.</returns>
    public static RouteGroupBuilder MapHeldKeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/internal/v1/held-keys");
        group.MapGet("/", ListAsync).Produces<HeldKeys>();
        group.MapGet("/{record_key}", ShowAsync).Produces<HeldRecords>();
        return group;
    }

    static async Task<IResult> ListAsync(HeldKeyStore held, CancellationToken cancellationToken, Guid? batch_id = null) =>
        TypedResults.Ok(new HeldKeys(await held.ListAsync(batch_id, cancellationToken)));

    static async Task<IResult> ShowAsync(string record_key, HeldKeyStore held, CancellationToken cancellationToken) =>
        await held.ShowAsync(record_key, cancellationToken) is { Count: > 0 } records
            ? TypedResults.Ok(new HeldRecords(records))
            : DeadLetterEndpoints.NotFound("Nothing of this key is held.");
}

/// <summary>The keys whose records wait.</summary>
/// <param name="Items">Those that have waited longest, 200 at most.</param>
sealed record HeldKeys(IReadOnlyList<HeldKeyView> Items);

/// <summary>What is held of a key.</summary>
/// <param name="Items">In the order in which they are applied, 200 at most.</param>
sealed record HeldRecords(IReadOnlyList<HeldRecordView> Items);
