using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Review;

/// <summary>One essay on a page of its own, where everything can be decided without scripts, with the history of its decisions.</summary>
static class GetEssayReviewEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/batches/{id:guid}/review/{essayId:guid}", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(
        Guid id,
        Guid essayId,
        AssociationsClient associations,
        ClassesClient classes,
        EvidenceReader evidence,
        Away away,
        CancellationToken cancellationToken
    )
    {
        var changes = away.OrAsync(associations.ChangesAsync(id, essayId, cancellationToken), []);
        var set = await associations.ListAsync(id, cancellationToken);
        var row =
            set.Associations.FirstOrDefault(association => association.EssayId == essayId)
            ?? throw new ProblemException(Problems.ResourceNotFound, "The batch has no such essay.");
        var lines = evidence.ReadAsync(set.ClassId, essayId, cancellationToken);
        var students = await away.OrAsync(classes.MembersAsync(set.ClassId, cancellationToken), []);
        return Pages.Show<EssayReviewPage>(new EssayReview(new(set, row, students), await lines, await changes, away.Services));
    }
}

/// <summary>What the page of one essay's decision shows.</summary>
/// <param name="Decision">The candidates, or what was decided.</param>
/// <param name="Lines">Of the text.</param>
/// <param name="Changes">All decisions, oldest first.</param>
/// <param name="Away">Services that did not answer.</param>
public sealed record EssayReview(
    EssayDecision Decision,
    IReadOnlyList<EvidenceLine> Lines,
    IReadOnlyList<AssociationChangeDocument> Changes,
    IReadOnlyCollection<string> Away
);
