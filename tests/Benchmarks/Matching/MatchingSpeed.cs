using Phase1.Benchmarks.Matching.Corpus;
using Phase1.Nlp.Matching;
using Phase1.ServiceDefaults.Matching;

namespace Phase1.Benchmarks.Matching;

/// <summary>Essays a second on one core against rosters of thirty: the median of several rounds over the same essays, made beforehand.</summary>
sealed class MatchingSpeed
{
    const int Rounds = 5;
    const int Classes = 60;

    readonly BatchMatcher matcher = new(new MatchingThresholds());
    readonly List<(IReadOnlyList<RosterStudent> Roster, EssayText[] Essays)> batches =
    [
        .. CorpusFamily.Development.Classes(Classes).Select(each => (each.Roster, each.Essays.Select(essay => essay.Essay).ToArray())),
    ];

    public int Essays => batches.Sum(batch => batch.Essays.Length);

    public double CharactersAnEssay => batches.Sum(batch => batch.Essays.Sum(essay => (double)essay.Text!.Length)) / Essays;

    public double EssaysASecond()
    {
        Round();
        Round();
        return Enumerable.Range(0, Rounds).Select(_ => Essays / Round().TotalSeconds).Order().ElementAt(Rounds / 2);
    }

    TimeSpan Round()
    {
        var began = TimeProvider.System.GetTimestamp();
        foreach (var (roster, essays) in batches)
        {
            matcher.Match(roster, essays);
        }

        return TimeProvider.System.GetElapsedTime(began);
    }
}
