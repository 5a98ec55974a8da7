using Phase1.Events;

namespace Phase1.Nlp.Matching;

/// <summary>The identifiers found in a text; names out of file names are not among them.</summary>
sealed record ExtractedIdentifiers(IReadOnlyList<string> Names, IReadOnlyList<string> Emails)
{
    public static readonly ExtractedIdentifiers None = new([], []);
}

/// <summary>The result for one essay.</summary>
sealed record EssayMatch(
    string EssayId,
    MatchStatus Status,
    NoMatchReason? NoMatchReason,
    IReadOnlyList<StudentSuggestion> Suggestions,
    ExtractedIdentifiers Extracted,
    int SkippedSteps = 0
);

/// <summary>The result for a batch, in the order of the essays.</summary>
sealed record BatchMatchResult(IReadOnlyList<EssayMatch> Essays, IReadOnlyList<RosterWarning> Warnings);
