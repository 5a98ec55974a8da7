using Phase1.Events;

namespace Phase1.Nlp.Matching;

/// <summary>An essay between its own decision and the batch's: either decided, or failed for a reason.</summary>
sealed class EssayOutcome(
    string essayId,
    EssayDecision? decision,
    ExtractedIdentifiers extracted,
    NoMatchReason reason,
    int skippedSteps = 0
)
{
    public EssayDecision? Decision => decision;

    public MatchStatus Status => decision?.Status ?? MatchStatus.NoMatch;

    public bool IsEligible => decision?.IsEligible == true;

    /// <summary>The one student left over, as a hint.</summary>
    public RosterEntry? LeftOver { get; set; }

    public static EssayOutcome Failed(string essayId, NoMatchReason reason) => new(essayId, null, ExtractedIdentifiers.None, reason);

    public EssayMatch ToMatch(decimal eliminationConfidence)
    {
        List<StudentSuggestion> suggestions = [.. decision?.Suggestions() ?? []];
        if (LeftOver is { } student)
        {
            Elimination.AddHint(suggestions, student.StudentId, eliminationConfidence);
        }

        return new EssayMatch(essayId, Status, Status == MatchStatus.NoMatch ? reason : null, suggestions, extracted, skippedSteps);
    }
}
