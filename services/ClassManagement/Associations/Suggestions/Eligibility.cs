using Phase1.Events;
using Phase1.Matching;

namespace Phase1.ClassManagement.Associations.Suggestions;

/// <summary>Whether the deadline may confirm the first suggestion of an essay.</summary>
static class Eligibility
{
    /// <param name="suggestions">Those of the essay that count, best first.</param>
    /// <param name="claims">How many essays of the set have this student in the first place.</param>
    /// <param name="thresholds">AutoConfirm and Margin.</param>
    internal static bool Of(IReadOnlyList<StudentSuggestion> suggestions, int claims, MatchingThresholds thresholds) =>
        suggestions[0].AutoConfirmEligible
        ?? (
            suggestions[0].ConfidenceScore >= thresholds.AutoConfirm
            && (suggestions.Count == 1 || suggestions[0].ConfidenceScore - suggestions[1].ConfidenceScore >= thresholds.Margin)
            && claims == 1
        );
}
