using Phase1.Benchmarks.Matching.Corpus;
using Phase1.Matching;
using Phase1.Nlp.Matching;

namespace Phase1.Benchmarks.Matching;

/// <summary>Matches a corpus family class by class and compares with the truth.</summary>
sealed class Evaluation
{
    readonly SortedDictionary<EvidenceClass, MatchingCounts> _tallies = [];

    Evaluation() { }

    public IReadOnlyDictionary<EvidenceClass, MatchingCounts> ByClass => _tallies;

    public MatchingCounts All { get; } = new();

    public MatchingCounts Clear => _tallies[EvidenceClass.Clear];

    /// <param name="family">Whose essays are matched.</param>
    /// <param name="classes">How many classes, each of them one batch.</param>
    /// <param name="miss">Called for every wrong confirmation and every clear essay that was not confirmed.</param>
    public static Evaluation Of(CorpusFamily family, int classes, Action<LabelledClass, LabelledEssay, EssayMatch>? miss = null)
    {
        Evaluation evaluation = new();
        BatchMatcher matcher = new(new MatchingThresholds());
        foreach (var each in family.Classes(classes))
        {
            var matches = matcher.Match(each.Roster, [.. each.Essays.Select(essay => essay.Essay)]).Essays;
            foreach (var (essay, match) in each.Essays.Zip(matches))
            {
                evaluation.Add(essay, match);
                var isConfirmed = match.Suggestions is [{ AutoConfirmEligible: true }, ..];
                var isWrong = isConfirmed && match.Suggestions[0].StudentId != essay.Writer;
                if (isWrong || (essay.Class == EvidenceClass.Clear && !isConfirmed))
                {
                    miss?.Invoke(each, essay, match);
                }
            }
        }

        foreach (var tally in evaluation._tallies.Values)
        {
            evaluation.All.Add(tally);
        }

        return evaluation;
    }

    void Add(LabelledEssay essay, EssayMatch match)
    {
        if (!_tallies.TryGetValue(essay.Class, out var tally))
        {
            _tallies[essay.Class] = tally = new MatchingCounts();
        }

        tally.Add(essay, match);
    }
}
