using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Phase1.Events;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Operator;

/// <summary>The operator's routes of every service.</summary>
public static class DeadLetterEndpoints
{
    /// <summary>The authorization policy that the body route asks for: a body may hold personal data.</summary>
    public const string BodyPolicy = "operator-body";

    const string BodyType = "application/octet-stream";

    const int MaxLimit = 200;

    /// <summary>Maps list, show, body, redrive and discard below /internal/v1/dead-letters.</summary>
    /// <param name="routes">Where to map them.</param>
    /// <returns>The group, for the host's authorization policy.</returns>
    public static RouteGroupBuilder MapDeadLetters(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/internal/v1/dead-letters");
        group.MapGet("/", ListAsync).Produces<DeadLetterPage>();
        group.MapGet("/{id:guid}", ShowAsync).Produces<DeadLetterView>();
        group.MapGet("/{id:guid}/body", BodyAsync).RequireAuthorization(BodyPolicy).Produces<Stream>(contentType: BodyType);
        group.MapPost("/{id:guid}/redrive", RedriveAsync).Produces(StatusCodes.Status202Accepted).Produces(StatusCodes.Status409Conflict);
        group.MapPost("/{id:guid}/discard", DiscardAsync).Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status409Conflict);
        return group;
    }

    static async Task<IResult> ListAsync(
        DeadLetterStore letters,
        CancellationToken cancellationToken,
        string? state = null,
        string? topic = null,
        string? reason_code = null,
        Guid? batch_id = null,
        [Range(1, MaxLimit)] int limit = 50,
        Guid? cursor = null
    )
    {
        if (limit is < 1 or > MaxLimit)
        {
            return Problem(StatusCodes.Status400BadRequest, "VALIDATION_ERROR", $"limit must be between 1 and {MaxLimit}.");
        }
        if (state is not null && !WireEnum.TryParse<DeadLetterState>(state, out _))
        {
            return Problem(
                StatusCodes.Status400BadRequest,
                "VALIDATION_ERROR",
                $"state must be one of: {string.Join(", ", WireEnum.Names<DeadLetterState>())}."
            );
        }
        var items = await letters.ListAsync(
            new(state is null ? null : WireEnum.Parse<DeadLetterState>(state), topic, reason_code, batch_id),
            limit,
            cursor,
            cancellationToken
        );
        return TypedResults.Ok(new DeadLetterPage(items, items.Count == limit ? items[^1].Id : null));
    }

    static async Task<IResult> ShowAsync(Guid id, DeadLetterStore letters, CancellationToken cancellationToken) =>
        await letters.FindAsync(id, cancellationToken) is { } letter ? TypedResults.Ok(letter) : NotFound();

    static async Task<IResult> BodyAsync(Guid id, DeadLetterStore letters, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await letters.ReadBodyAsync(id, Who(user), cancellationToken) is { } body ? TypedResults.Bytes(body, BodyType) : NotFound();

    static async Task<IResult> RedriveAsync(Guid id, DeadLetterStore letters, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Answer(await letters.RedriveAsync(id, Who(user), cancellationToken), TypedResults.Accepted((string?)null));

    static async Task<IResult> DiscardAsync(
        Guid id,
        DiscardRequest request,
        DeadLetterStore letters,
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    ) =>
        string.IsNullOrWhiteSpace(request.Note) || request.Note.Length > 500
            ? Problem(StatusCodes.Status400BadRequest, "VALIDATION_ERROR", "A note of 1 to 500 characters says why.")
            : Answer(await letters.DiscardAsync(id, Who(user), request.Note, cancellationToken), TypedResults.Ok());

    static IResult Answer(Resolution resolution, IResult done) =>
        resolution switch
        {
            Resolution.Done => done,
            Resolution.NotFound => NotFound(),
            Resolution.NotOpen => Problem(StatusCodes.Status409Conflict, "INVALID_STATE", "The dead letter is not open."),
            _ => Problem(StatusCodes.Status409Conflict, "INVALID_STATE", "The record still breaks the contract; it can only be discarded."),
        };

    static ProblemHttpResult NotFound() => Problem(StatusCodes.Status404NotFound, "RESOURCE_NOT_FOUND", "There is no such dead letter.");

    static ProblemHttpResult Problem(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });

    static string Who(ClaimsPrincipal user) => user.Identity?.Name ?? "operator";
}

/// <summary>One page of the list.</summary>
/// <param name="Items">The dead letters, newest first.</param>
/// <param name="NextCursor">Where the next page begins; null on the last page.</param>
sealed record DeadLetterPage(IReadOnlyList<DeadLetterView> Items, Guid? NextCursor);

/// <summary>Gives a dead letter up for good.</summary>
/// <param name="Note">Why, 1..500 characters.</param>
sealed record DiscardRequest(string? Note);
