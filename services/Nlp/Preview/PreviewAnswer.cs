using Phase1.Events;
using Phase1.Nlp.Matching;

namespace Phase1.Nlp.Preview;

/// <summary>What a dry run found, in the order of the request.</summary>
sealed record PreviewAnswer(IReadOnlyList<PreviewResult> Results, PreviewSummary Summary, IReadOnlyList<PreviewWarning> Warnings);

/// <summary>What a dry run found for one essay.</summary>
sealed record PreviewResult(
    string EssayId,
    MatchStatus MatchStatus,
    NoMatchReason? NoMatchReason,
    IReadOnlyList<Matching.StudentSuggestion> Suggestions,
    ExtractedIdentifiers Extracted
);

/// <summary>A dry run in numbers.</summary>
sealed record PreviewSummary(int TotalEssays, int Matched, int Unmatched, int Failed);

/// <summary>A roster entry that was left out.</summary>
sealed record PreviewWarning(string Code, string Path);
