using Phase1.Events;
using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>
/// Matches the essays of a batch with the students of its class. Pure: the same essays and students give the same result, in whatever
/// order the students come.
/// </summary>
sealed class BatchMatcher(MatchingThresholds thresholds, EssayMatcher matcher)
{
    public BatchMatcher(MatchingThresholds thresholds)
        : this(thresholds, new EssayMatcher(thresholds)) { }

    public BatchMatchResult Match(IReadOnlyList<RosterStudent> students, IReadOnlyList<EssayText> essays)
    {
        var roster = Roster.Read(students);
        List<EssayOutcome> outcomes = [.. essays.Select(essay => MatchOne(essay, roster))];
        DuplicateClaims.Forbid(outcomes);
        Elimination.Apply(outcomes, roster);
        return new BatchMatchResult([.. outcomes.Select(outcome => outcome.ToMatch(thresholds.Confidences.Elimination))], roster.Warnings);
    }

    EssayOutcome MatchOne(EssayText essay, Roster roster)
    {
        if (essay.Text is null)
        {
            return EssayOutcome.Failed(essay.EssayId, roster.IsEmpty ? NoMatchReason.EmptyRoster : NoMatchReason.TextUnavailable);
        }

        try
        {
            return matcher.Match(essay, roster);
        }
        catch (Exception)
        {
            return EssayOutcome.Failed(essay.EssayId, NoMatchReason.ProcessingError);
        }
    }
}
