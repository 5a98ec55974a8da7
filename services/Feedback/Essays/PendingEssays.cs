namespace Phase1.Feedback.Essays;

static class PendingEssays
{
    /// <summary>The essays of a run that are still to be done, in their order.</summary>
    internal static IQueryable<FeedbackEssay> PendingOf(this IQueryable<FeedbackEssay> essays, Guid runId) =>
        essays.Where(essay => essay.RunId == runId && essay.State == EssayState.Pending).OrderBy(essay => essay.Ordinal);
}
