using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>What a language model has written about essays, of Feedback.</summary>
sealed class FeedbackClient(HttpClient http)
{
    /// <summary>Null where no feedback was ever asked for.</summary>
    internal async Task<FeedbackDocument?> FindAsync(Guid batchId, CancellationToken cancellationToken)
    {
        try
        {
            return await http.AskAsync<FeedbackDocument>($"v1/batches/{batchId}/feedback", cancellationToken);
        }
        catch (ProblemException missing) when (missing.Problem.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }
}

/// <summary>The feedback on a batch: where its latest run stands, and each essay.</summary>
public sealed record FeedbackDocument(
    string State,
    string? ParkedReason,
    DateTimeOffset? ParkedUntil,
    FeedbackCountsDocument Counts,
    IReadOnlyList<EssayFeedbackDocument> Essays
);

/// <summary>The essays of a run in numbers.</summary>
public sealed record FeedbackCountsDocument(int Total, int Pending, int Done, int Failed);

/// <summary>An essay and what was written about it.</summary>
public sealed record EssayFeedbackDocument(Guid EssayId, string State, FeedbackTextDocument? Feedback, string? ErrorCode);

/// <summary>What was written.</summary>
public sealed record FeedbackTextDocument(
    string Summary,
    IReadOnlyList<string> Strengths,
    IReadOnlyList<string> Improvements,
    IReadOnlyList<LanguagePointDocument> LanguagePoints,
    string NextStep
);

/// <summary>A remark on a place of the essay.</summary>
public sealed record LanguagePointDocument(string Kind, string Quote, string Suggestion);
