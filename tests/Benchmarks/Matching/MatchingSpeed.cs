using Phase1.Benchmarks.Matching.Corpus;
using Phase1.Matching;
using Phase1.Nlp.Matching;

namespace Phase1.Benchmarks.Matching;

/// <summary>Essays a second on one core against rosters of thirty: the median of several rounds over the same essays, made beforehand.</summary>
sealed class MatchingSpeed
{
    const int WarmUpRounds = 12;
    const int Rounds = 7;
    const int Classes = 60;

    readonly BatchMatcher _matcher = new(new MatchingThresholds());
    readonly List<(IReadOnlyList<RosterStudent> Roster, EssayText[] Essays)> _batches =
    [
        .. CorpusFamily.Development.Classes(Classes).Select(each => (each.Roster, each.Essays.Select(essay => essay.Essay).ToArray())),
    ];

    public int Essays => _batches.Sum(batch => batch.Essays.Length);

    public double CharactersAnEssay => _batches.Sum(batch => batch.Essays.Sum(essay => (double)essay.Text!.Length)) / Essays;

    public double EssaysASecond()
    {
        // Until the compiler has made its final code.
        for (var round = 0; round < WarmUpRounds; round++)
        {
            Round();
        }

        return Enumerable.Range(0, Rounds).Select(_ => Essays / Round().TotalSeconds).Order().ElementAt(Rounds / 2);
    }

    /// <summary>Processor time, collections included: what else the machine does at the moment is no property of the matcher.</summary>
    TimeSpan Round()
    {
        var began = Environment.CpuUsage.TotalTime;
        foreach (var (roster, essays) in _batches)
        {
            _matcher.Match(roster, essays);
        }

        return Environment.CpuUsage.TotalTime - began;
    }
}
