namespace Phase1.Nlp.Matching;

/// <summary>A student proposed for an essay.</summary>
sealed record StudentSuggestion(string StudentId, decimal ConfidenceScore, IReadOnlyList<string> MatchReasons, bool AutoConfirmEligible);
