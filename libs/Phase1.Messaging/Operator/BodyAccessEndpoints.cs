using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Operator;

/// <summary>Who has opened the body of a dead letter, which may hold personal data. For privacy officers.</summary>
public static class BodyAccessEndpoints
{
    const int MaxLimit = 200;

    /// <summary>Maps /internal/v1/dead-letter-accesses.</summary>
    /// <param name="routes">Where to map it.</param>
    /// <returns>The route, for the host's authorization policy.</returns>
    public static RouteHandlerBuilder MapBodyAccesses(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/internal/v1/dead-letter-accesses", ListAsync).Produces<BodyAccessPage>();

    static async Task<IResult> ListAsync(
        DbContext context,
        CancellationToken cancellationToken,
        [Range(1, MaxLimit)] int limit = 50,
        Guid? cursor = null
    )
    {
        if (limit is < 1 or > MaxLimit)
        {
            return TypedResults.Problem(
                $"limit must be between 1 and {MaxLimit}.",
                statusCode: StatusCodes.Status400BadRequest,
                extensions: new Dictionary<string, object?> { ["code"] = "VALIDATION_ERROR" }
            );
        }
        // Ids grow with time: in their order, the latest is first.
        var items = await context
            .Set<DeadLetterAccess>()
            .AsNoTracking()
            .Where(access => cursor == null || access.Id.CompareTo(cursor.Value) < 0)
            .OrderByDescending(access => access.Id)
            .Take(limit)
            .Select(access => new BodyAccessView(access.Id, access.DeadLetterId, access.ReadBy, access.ReadAt))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(new BodyAccessPage(items, items.Count == limit ? items[^1].Id : null));
    }
}

/// <summary>One page of accesses, the latest first.</summary>
/// <param name="Items">The accesses.</param>
/// <param name="NextCursor">Where the next page begins; null on the last page.</param>
sealed record BodyAccessPage(IReadOnlyList<BodyAccessView> Items, Guid? NextCursor);

/// <summary>One access.</summary>
/// <param name="Id">Of the access.</param>
/// <param name="DeadLetterId">Whose body was opened.</param>
/// <param name="ReadBy">By whom.</param>
/// <param name="ReadAt">When.</param>
sealed record BodyAccessView(Guid Id, Guid DeadLetterId, string ReadBy, DateTimeOffset ReadAt);
