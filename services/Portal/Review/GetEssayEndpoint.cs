using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Review;

/// <summary>The text of an essay, whole.</summary>
static class GetEssayEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/batches/{id:guid}/essays/{essayId:guid}", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(
        Guid id,
        Guid essayId,
        EssaysClient essays,
        TextsClient texts,
        CancellationToken cancellationToken
    )
    {
        var essay = await essays.FindAsync(essayId, cancellationToken);
        var text = essay.TextStorageId is { } storageId ? await texts.FindAsync(storageId, cancellationToken) : null;
        return Pages.Show<EssayPage>(
            new EssayView(
                id,
                essay.OriginalFileName,
                text ?? throw new ProblemException(Problems.ResourceNotFound, "The essay has no text.")
            )
        );
    }
}

/// <summary>What the page of an essay shows.</summary>
public sealed record EssayView(Guid BatchId, string? FileName, string Text);
