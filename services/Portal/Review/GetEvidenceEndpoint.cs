using Microsoft.AspNetCore.Mvc;
using Phase1.Portal.Frame;

namespace Phase1.Portal.Review;

/// <summary>The beginning of an essay's text with the names and addresses in it marked.</summary>
static class GetEvidenceEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/batches/{id:guid}/review/{essayId:guid}/evidence", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(
        Guid essayId,
        [FromQuery(Name = "class_id")] Guid classId,
        EvidenceReader evidence,
        CancellationToken cancellationToken
    ) => Pages.Show<EvidencePage>(new EvidenceView(essayId, await evidence.ReadAsync(classId, essayId, cancellationToken)));
}

/// <summary>What is told of an essay's text.</summary>
/// <param name="EssayId">The essay.</param>
/// <param name="Lines">Of the text.</param>
public sealed record EvidenceView(Guid EssayId, IReadOnlyList<EvidenceLine> Lines);
