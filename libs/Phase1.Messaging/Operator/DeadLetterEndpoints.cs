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

    const int MaxNote = 500;

    /// <summary>Maps list, groups, show, body, redrive (also as a dry run, and of a group) and discard below /internal/v1/dead-letters.</summary>
    /// <param name="routes">Where to map them.</param>
    /// <returns>The group, for the host's authorization policy.</returns>
    public static RouteGroupBuilder MapDeadLetters(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/internal/v1/dead-letters");
        group.MapGet("/", ListAsync).Produces<DeadLetterPage>();
        group.MapGet("/groups", GroupAsync).Produces<DeadLetterGroups>();
        group.MapPost("/groups/{cause}/redrive", RedriveGroupAsync).Produces<GroupRedriveView>();
        group.MapGet("/{id:guid}", ShowAsync).Produces<DeadLetterView>();
        group.MapGet("/{id:guid}/body", BodyAsync).RequireAuthorization(BodyPolicy).Produces<Stream>(contentType: BodyType);
        group
            .MapPost("/{id:guid}/redrive", RedriveAsync)
            .Produces(StatusCodes.Status202Accepted)
            .Produces<DryRunView>()
            .Produces(StatusCodes.Status409Conflict);
        group.MapPost("/{id:guid}/discard", DiscardAsync).Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status409Conflict);
        return group;
    }

    static async Task<IResult> ListAsync(
        DeadLetterStore letters,
        CancellationToken cancellationToken,
        string? state = null,
        string? topic = null,
        string? reason_code = null,
        string? cause = null,
        Guid? batch_id = null,
        [Range(1, MaxLimit)] int limit = 50,
        Guid? cursor = null
    )
    {
        if (limit is < 1 or > MaxLimit)
        {
            return NoLimit();
        }
        if (state is not null && !WireEnum.TryParse<DeadLetterState>(state, out _))
        {
            return NoSuchState();
        }
        var items = await letters.ListAsync(
            new(state is null ? null : WireEnum.Parse<DeadLetterState>(state), topic, reason_code, cause, batch_id),
            limit,
            cursor,
            cancellationToken
        );
        return TypedResults.Ok(new DeadLetterPage(items, items.Count == limit ? items[^1].Id : null));
    }

    static async Task<IResult> GroupAsync(DeadLetterStore letters, CancellationToken cancellationToken, string state = "open") =>
        WireEnum.TryParse<DeadLetterState>(state, out var known)
            ? TypedResults.Ok(new DeadLetterGroups(await letters.GroupAsync(known, cancellationToken)))
            : NoSuchState();

    static async Task<IResult> ShowAsync(Guid id, DeadLetterStore letters, CancellationToken cancellationToken) =>
        await letters.FindAsync(id, cancellationToken) is { } letter ? TypedResults.Ok(letter) : NotFound();

    static async Task<IResult> BodyAsync(Guid id, DeadLetterStore letters, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await letters.ReadBodyAsync(id, Who(user), cancellationToken) is { } body ? TypedResults.Bytes(body, BodyType) : NotFound();

    static async Task<IResult> RedriveAsync(
        Guid id,
        RedriveRequest? request,
        DeadLetterActs acts,
        DryRun dryRun,
        ClaimsPrincipal user,
        CancellationToken cancellationToken,
        bool dry_run = false
    )
    {
        if (request?.Note is { } note && !IsNote(note))
        {
            return NoNote();
        }
        if (dry_run)
        {
            var (resolution, view) = await dryRun.RunAsync(id, cancellationToken);
            return Answer(resolution, TypedResults.Ok(view));
        }
        return Answer(await acts.RedriveAsync(id, Who(user), request?.Note, cancellationToken), TypedResults.Accepted((string?)null));
    }

    static async Task<IResult> RedriveGroupAsync(
        string cause,
        GroupRedriveRequest request,
        DeadLetterActs acts,
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    ) =>
        !IsNote(request.Note) ? NoNote()
        : request.Limit is < 1 or > MaxLimit ? NoLimit()
        : TypedResults.Ok(await acts.RedriveGroupAsync(cause, request.Limit, Who(user), request.Note, cancellationToken));

    static async Task<IResult> DiscardAsync(
        Guid id,
        DiscardRequest request,
        DeadLetterActs acts,
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    ) =>
        IsNote(request.Note)
            ? Answer(await acts.DiscardAsync(id, Who(user), request.Note!, cancellationToken), TypedResults.Ok())
            : NoNote();

    static IResult Answer(Resolution resolution, IResult done) =>
        resolution switch
        {
            Resolution.Done => done,
            Resolution.NotFound => NotFound(),
            Resolution.NotOpen => Problem(StatusCodes.Status409Conflict, "INVALID_STATE", "The dead letter is not open."),
            Resolution.Busy => Problem(
                StatusCodes.Status409Conflict,
                "INVALID_STATE",
                "Another transaction works on the same rows: busy, try again."
            ),
            _ => Problem(StatusCodes.Status409Conflict, "INVALID_STATE", "The record still breaks the contract; it can only be discarded."),
        };

    static bool IsNote(string? note) => !string.IsNullOrWhiteSpace(note) && note.Length <= MaxNote;

    static ProblemHttpResult NoNote() => Invalid($"A note of 1 to {MaxNote} characters says why.");

    static ProblemHttpResult NoLimit() => Invalid($"limit must be between 1 and {MaxLimit}.");

    static ProblemHttpResult NoSuchState() => Invalid($"state must be one of: {string.Join(", ", WireEnum.Names<DeadLetterState>())}.");

    static ProblemHttpResult Invalid(string detail) => Problem(StatusCodes.Status400BadRequest, "VALIDATION_ERROR", detail);

    static ProblemHttpResult NotFound() => NotFound("There is no such dead letter.");

    internal static ProblemHttpResult NotFound(string detail) => Problem(StatusCodes.Status404NotFound, "RESOURCE_NOT_FOUND", detail);

    static ProblemHttpResult Problem(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });

    static string Who(ClaimsPrincipal user) => user.Identity?.Name ?? "operator";
}

/// <summary>One page of the list.</summary>
/// <param name="Items">The dead letters, newest first.</param>
/// <param name="NextCursor">Where the next page begins; null on the last page.</param>
sealed record DeadLetterPage(IReadOnlyList<DeadLetterView> Items, Guid? NextCursor);

/// <summary>The dead letters by their causes.</summary>
/// <param name="Items">That with the most letters first.</param>
sealed record DeadLetterGroups(IReadOnlyList<DeadLetterGroup> Items);

/// <summary>Runs a dead letter again.</summary>
/// <param name="Note">Why, 1..500 characters; optional.</param>
sealed record RedriveRequest(string? Note);

/// <summary>Runs dead letters of one cause again.</summary>
/// <param name="Note">Why, 1..500 characters.</param>
/// <param name="Limit">How many at most, 1..200; the oldest come first.</param>
sealed record GroupRedriveRequest(string? Note, int Limit = 200);

/// <summary>Gives a dead letter up for good.</summary>
/// <param name="Note">Why, 1..500 characters.</param>
sealed record DiscardRequest(string? Note);
