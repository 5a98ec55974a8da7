using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Batches.Feedback;

/// <summary>What was written about each essay of a batch; and, for its open pages, how far it has come.</summary>
static class GetFeedbackEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/batches/{id:guid}/feedback", HandlePageAsync).ForTeacher();
        routes.MapGet("/batches/{id:guid}/feedback/state", HandlePartAsync).ForTeacher().AsksByItself();
    }

    static async Task<IResult> HandlePageAsync(
        Guid id,
        FeedbackClient feedback,
        EssaysClient essays,
        Away away,
        CancellationToken cancellationToken
    )
    {
        var listed = away.OrAsync<EssaysDocument?>(NamesAsync(id, essays, cancellationToken), null);
        var state = await FindAsync(id, feedback, cancellationToken);
        var names = ((await listed)?.Items ?? []).ToDictionary(essay => essay.EssayId, essay => essay.OriginalFileName);
        return Pages.Show<FeedbackPage>(new FeedbackView(state, names, away.Services));
    }

    static async Task<IResult> HandlePartAsync(Guid id, FeedbackClient feedback, CancellationToken cancellationToken) =>
        Pages.Show<FeedbackState>(await FindAsync(id, feedback, cancellationToken));

    static async Task<BatchFeedback> FindAsync(Guid id, FeedbackClient feedback, CancellationToken cancellationToken) =>
        new(
            id,
            await feedback.FindAsync(id, cancellationToken)
                ?? throw new ProblemException(Problems.ResourceNotFound, "There is no feedback on this batch.")
        );

    static async Task<EssaysDocument?> NamesAsync(Guid id, EssaysClient essays, CancellationToken cancellationToken) =>
        await essays.ListAsync(id, cancellationToken);
}

/// <summary>What the page of a batch's feedback shows.</summary>
/// <param name="Feedback">On each essay.</param>
/// <param name="Names">Of the files, by essay; empty where nobody could say.</param>
/// <param name="Away">Services that did not answer.</param>
public sealed record FeedbackView(BatchFeedback Feedback, IReadOnlyDictionary<Guid, string?> Names, IReadOnlyCollection<string> Away);

/// <summary>The feedback on one batch.</summary>
public sealed record BatchFeedback(Guid BatchId, FeedbackDocument Document);
