using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Phase1.Portal.Frame;
using Phase1.Portal.Live;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Review;

/// <summary>
/// Takes decisions from the board's script, under a key by which a repeated request is carried out once. The answer shows their rows as they are
/// now; where somebody was faster, what the teacher wanted stands beside it.
/// </summary>
static class DecideEssaysEndpoint
{
    const int Most = 20;
    const int LargestBody = 64 * 1024;

    internal sealed record Body(IReadOnlyList<Decision>? Decisions = null, string? Show = null);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/batches/{id:guid}/review/decisions", HandleAsync)
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .ForTeacher()
            .TellsOtherPages();

    static async Task<IResult> HandleAsync(
        Guid id,
        HttpContext http,
        AssociationsClient associations,
        ClassesClient classes,
        Away away,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var body = await ReadAsync(http.Request, cancellationToken);
        var decisions = Check(body.Decisions);
        var key = http.Request.Headers[HeaderNames.IdempotencyKey] is [{ Length: > 0 } given, ..] ? given : null;
        ProblemException? refused = null;
        try
        {
            await associations.DecideAsync(id, decisions, key, cancellationToken);
        }
        catch (ProblemException problem) when (problem.Problem.Status == StatusCodes.Status409Conflict)
        {
            refused = problem;
        }
        var set = await associations.ListAsync(id, cancellationToken);
        var students = refused is null ? [] : await away.OrAsync(classes.MembersAsync(set.ClassId, cancellationToken), []);
        // The rows of a released set have other versions too: what counts is that no decision is taken any more.
        var code = refused is not null && !set.IsOpen ? Problems.AlreadyReleased.Code : refused?.Problem.Code;
        return Pages.Show<DecisionRows>(
            DecidedRows.Of(set, RowFilters.Of(body.Show), decisions.Select(Row).OfType<EssayDecision>(), code),
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict
        );

        EssayDecision? Row(Decision decision)
        {
            if (set.Associations.FirstOrDefault(association => association.EssayId == decision.EssayId) is not { } row)
            {
                return null;
            }
            var isLate = code == Problems.StaleVersion.Code && row.AssociationVersion != decision.AssociationVersion;
            var note = code is null || code == Problems.StaleVersion.Code ? null : page.Words.Problem(code);
            return new(set, row, Wanted: isLate && !IsAsWanted(row, decision) ? Wanted(row, decision) : null, Note: note);
        }

        // What is decided is no pending suggestion any more, and its student is chosen.
        WantedDecision Wanted(AssociationDocument row, Decision decision) =>
            decision.Action == "accept" ? new("choose", row.SuggestedStudent) : new(decision.Action, Student(decision.StudentId));

        AuthorDocument? Student(Guid? id) =>
            students.FirstOrDefault(student => student.StudentId == id) is { } student
                ? new(student.StudentId, $"{student.FirstName} {student.LastName}", false)
                : null;
    }

    // Read here and not by the framework, which would read before it is known whether the request comes from a page of ours.
    static async Task<Body> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            throw new ProblemException(Problems.UnsupportedMediaType, "Decisions are sent as JSON.");
        }
        try
        {
            return await request.ReadFromJsonAsync<Body>(Phase1Json.Options, cancellationToken) ?? new();
        }
        catch (JsonException)
        {
            throw new ProblemException(Problems.ParsingError, "The body is no JSON of this kind.");
        }
    }

    static IReadOnlyList<Decision> Check(IReadOnlyList<Decision>? decisions) =>
        decisions is { Count: > 0 and <= Most } && decisions.All(decision => Decision.Actions.Contains(decision?.Action))
            ? decisions
            : throw ProblemException.Validation("decisions", $"1 to {Most} decisions are needed.");

    static bool IsAsWanted(AssociationDocument row, Decision decision) =>
        decision.Action switch
        {
            "accept" => row.Decision == "accepted",
            "choose" => row.DecidedStudent?.StudentId == decision.StudentId,
            "unknown" => row.Decision == "unknown",
            "exclude" => row.Decision == "excluded",
            "reject" => row.IsRejected,
            _ => !row.IsDecided,
        };
}
