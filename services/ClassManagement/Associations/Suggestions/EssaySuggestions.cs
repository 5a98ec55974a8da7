using Phase1.Events;
using Phase1.Matching;

namespace Phase1.ClassManagement.Associations.Suggestions;

/// <summary>What counts of the suggestions for one essay.</summary>
sealed record EssaySuggestions(
    Guid EssayId,
    string? FileName,
    IReadOnlyList<StoredSuggestion> Suggestions,
    bool Proposes,
    bool Eligible,
    NoMatchReason? NoMatchReason
)
{
    internal static EssaySuggestions Of(
        MatchResult result,
        IReadOnlyList<StudentSuggestion> counting,
        Func<StudentSuggestion, bool> eligible,
        MatchingThresholds thresholds
    )
    {
        var proposes = counting.Count > 0 && counting[0].ConfidenceScore >= thresholds.Review;
        var allRefused = counting.Count == 0 && result.Suggestions.Count > 0;
        return new EssaySuggestions(
            result.EssayId,
            result.Filename,
            [.. counting.Select(s => new StoredSuggestion(s.StudentId, s.ConfidenceScore, s.MatchReasons))],
            proposes,
            counting.Count > 0 && eligible(counting[0]),
            proposes ? null
                : allRefused ? Events.NoMatchReason.InvalidSuggestion
                : result.NoMatchReason ?? Events.NoMatchReason.NoCandidate
        );
    }

    /// <summary>The row with these suggestions; a decision that has been taken stays.</summary>
    internal Association Apply(Association row)
    {
        var first = Suggestions.Count > 0 ? Suggestions[0] : null;
        var suggested = row with
        {
            FileName = row.FileName ?? FileName,
            Suggestions = Suggestions,
            SuggestedStudentId = Proposes ? first!.StudentId : null,
            ConfidenceScore = first?.Score,
            MatchReasons = first?.Reasons ?? [],
            AutoConfirmEligible = Eligible,
            NoMatchReason = NoMatchReason,
        };
        return row.IsDecided ? suggested : suggested with { ValidationStatus = suggested.UndecidedStatus };
    }
}
