using Phase1.Events;
using Phase1.Matching;

namespace Phase1.ClassManagement.Associations.Suggestions;

/// <summary>
/// What CMS makes of matching's suggestions: only active students of the batch's class count, at most ten an essay, best first; a producer
/// that does not say what may be confirmed automatically gets it computed. Pure.
/// </summary>
sealed class SuggestionIntake
{
    const int MostKept = 10;

    readonly Dictionary<Guid, EssaySuggestions> _essays;

    SuggestionIntake(IEnumerable<EssaySuggestions> essays, int refused)
    {
        _essays = essays.ToDictionary(essay => essay.EssayId);
        Refused = refused;
    }

    /// <summary>How many suggestions did not count.</summary>
    internal int Refused { get; }

    internal static HashSet<Guid> StudentsIn(BatchAuthorMatchesSuggested message) =>
        [.. message.MatchResults.SelectMany(result => result.Suggestions).Select(suggestion => suggestion.StudentId)];

    internal static SuggestionIntake Read(
        BatchAuthorMatchesSuggested message,
        IReadOnlySet<Guid> activeStudents,
        MatchingThresholds thresholds
    )
    {
        // One result an essay; a producer that repeats itself is believed the first time.
        var results = message.MatchResults.DistinctBy(result => result.EssayId).ToList();
        var kept = results.ToDictionary(result => result.EssayId, result => Counting(result, activeStudents));
        var claims = kept.Values.Where(list => list.Count > 0).CountBy(list => list[0].StudentId).ToDictionary();
        var refused = results.Sum(result => result.RefusedSuggestions + result.Suggestions.Count - kept[result.EssayId].Count);
        return new SuggestionIntake(
            results.Select(result =>
                EssaySuggestions.Of(
                    result,
                    kept[result.EssayId],
                    first => Eligibility.Of(kept[result.EssayId], claims[first.StudentId], thresholds),
                    thresholds
                )
            ),
            refused
        );
    }

    /// <summary>A row with its suggestions. One whose essay the record does not mention gets the reason NOT_REPORTED.</summary>
    internal Association Apply(Association row) =>
        _essays.TryGetValue(row.EssayId, out var essay) ? essay.Apply(row)
        : row.NoMatchReason == NoMatchReason.AwaitingSuggestions ? row with { NoMatchReason = NoMatchReason.NotReported }
        : row;

    static List<StudentSuggestion> Counting(MatchResult result, IReadOnlySet<Guid> activeStudents) =>
        [
            .. result
                .Suggestions.Where(suggestion =>
                    activeStudents.Contains(suggestion.StudentId) && suggestion.ConfidenceScore is >= 0 and <= 1
                )
                .OrderByDescending(suggestion => suggestion.ConfidenceScore)
                .DistinctBy(suggestion => suggestion.StudentId)
                .Take(MostKept),
        ];
}
