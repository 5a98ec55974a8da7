using Phase1.Events;

namespace Phase1.Feedback.Essays;

/// <summary>An essay of a run: where its text is, and what became of it. Never a name or a text.</summary>
sealed class FeedbackEssay
{
    public Guid RunId { get; init; }

    public Guid EssayId { get; init; }

    /// <summary>Its place in the command, from 1.</summary>
    public int Ordinal { get; init; }

    public required string TextStorageId { get; init; }

    public EssayState State { get; set; }

    /// <summary>The number of the latest call for it; committed before the call is made, so that no crash forgets one.</summary>
    public int RequestNo { get; set; }

    public string? ErrorCode { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public void Finish(DateTimeOffset now) => (State, FinishedAt) = (EssayState.Done, now);

    public void Fail(string code, DateTimeOffset now) => (State, ErrorCode, FinishedAt) = (EssayState.Failed, code, now);

    public static FeedbackEssay Of(Guid runId, EssayRef essay, int ordinal) =>
        new()
        {
            RunId = runId,
            EssayId = essay.EssayId,
            Ordinal = ordinal,
            TextStorageId = essay.TextStorageId,
        };
}
