using Phase1.Feedback.Essays;
using Phase1.Feedback.Runs;

namespace Phase1.Feedback.Results;

/// <summary>The feedback on a batch.</summary>
/// <param name="RunId">Its latest run.</param>
/// <param name="State">Where that stands.</param>
/// <param name="ParkedReason">What it waits for; null where it waits for nothing.</param>
/// <param name="ParkedUntil">When it is tried again by the clock, UTC.</param>
/// <param name="Counts">Its essays in numbers.</param>
/// <param name="Essays">Each essay, in the batch's order.</param>
sealed record FeedbackDocument(
    Guid RunId,
    RunState State,
    ParkReason? ParkedReason,
    DateTimeOffset? ParkedUntil,
    EssayCounts Counts,
    IReadOnlyList<EssayDocument> Essays
)
{
    internal static FeedbackDocument Of(FeedbackRun run, IReadOnlyList<FeedbackEssay> essays, Func<Guid, FeedbackContent?> shown) =>
        new(
            run.RunId,
            run.State,
            run.ParkedReason,
            run.ParkedUntil,
            new(
                essays.Count,
                essays.Count(essay => essay.State == EssayState.Pending),
                essays.Count(essay => essay.State == EssayState.Done),
                essays.Count(essay => essay.State == EssayState.Failed)
            ),
            [.. essays.Select(essay => new EssayDocument(essay.EssayId, essay.State, shown(essay.EssayId), essay.ErrorCode))]
        );
}

/// <summary>The essays of a run in numbers.</summary>
sealed record EssayCounts(int Total, int Pending, int Done, int Failed);

/// <summary>An essay and what was written about it.</summary>
/// <param name="EssayId">The essay.</param>
/// <param name="State">Where it stands in the run.</param>
/// <param name="Feedback">What was written, by this run or an earlier one; null where nothing was.</param>
/// <param name="ErrorCode">Why it failed.</param>
sealed record EssayDocument(Guid EssayId, EssayState State, FeedbackContent? Feedback, string? ErrorCode);
