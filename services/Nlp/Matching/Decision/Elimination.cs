using Phase1.Events;

namespace Phase1.Nlp.Matching;

/// <summary>When every other essay is certain and one student is left for the one essay left, that student becomes a hint.</summary>
static class Elimination
{
    public static void Apply(IReadOnlyList<EssayOutcome> outcomes, Roster roster)
    {
        var unmatched = outcomes.Where(outcome => outcome.Status == MatchStatus.NoMatch).Take(2).ToList();
        if (outcomes.Count < 2 || unmatched.Count != 1 || outcomes.Any(outcome => outcome != unmatched[0] && !outcome.IsEligible))
        {
            return;
        }

        var taken = outcomes.Where(outcome => outcome.IsEligible).Select(outcome => outcome.Decision!.Claimed).ToHashSet();
        var left = roster.Entries.Where(student => !taken.Contains(student)).Take(2).ToList();
        if (left.Count == 1)
        {
            unmatched[0].LeftOver = left[0];
        }
    }

    public static void AddHint(List<StudentSuggestion> suggestions, string studentId, decimal confidence)
    {
        var code = EvidenceKind.Elimination.Code();
        var known = suggestions.FindIndex(suggestion => suggestion.StudentId == studentId);
        if (known < 0)
        {
            suggestions.Add(new StudentSuggestion(studentId, confidence, [code], AutoConfirmEligible: false));
        }
        else
        {
            suggestions[known] = suggestions[known] with { MatchReasons = [.. suggestions[known].MatchReasons, code] };
        }
    }
}
