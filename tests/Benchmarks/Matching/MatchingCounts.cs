using Phase1.Benchmarks.Matching.Corpus;
using Phase1.Nlp.Matching;

namespace Phase1.Benchmarks.Matching;

/// <summary>What became of the essays of one evidence class.</summary>
sealed class MatchingCounts
{
    public int Essays { get; private set; }

    /// <summary>Essays whose first suggestion may be confirmed by itself.</summary>
    public int Confirmed { get; private set; }

    /// <summary>Confirmed, but for somebody who did not write the essay.</summary>
    public int WronglyConfirmed { get; private set; }

    /// <summary>Essays with a writer on the roster.</summary>
    public int WithWriter { get; private set; }

    /// <summary>Essays whose writer alone stands first.</summary>
    public int Found { get; private set; }

    /// <summary>Confirmed for the writer.</summary>
    public int RightlyConfirmed => Confirmed - WronglyConfirmed;

    public double Precision => Confirmed == 0 ? 1 : (double)RightlyConfirmed / Confirmed;

    public double Recall => WithWriter == 0 ? 1 : (double)Found / WithWriter;

    public double ConfirmedRecall => WithWriter == 0 ? 1 : (double)RightlyConfirmed / WithWriter;

    public double ConfirmedShare => Essays == 0 ? 0 : (double)Confirmed / Essays;

    public void Add(LabelledEssay essay, EssayMatch match)
    {
        var first = match.Suggestions.Count > 0 ? match.Suggestions[0] : null;
        var isAlone = match.Suggestions.Count < 2 || match.Suggestions[1].ConfidenceScore < match.Suggestions[0].ConfidenceScore;
        var isRight = first is not null && isAlone && first.StudentId == essay.Writer;
        Essays++;
        WithWriter += essay.Writer is null ? 0 : 1;
        Found += isRight ? 1 : 0;
        if (first?.AutoConfirmEligible == true)
        {
            Confirmed++;
            WronglyConfirmed += isRight ? 0 : 1;
        }
    }

    public void Add(MatchingCounts other)
    {
        Essays += other.Essays;
        Confirmed += other.Confirmed;
        WronglyConfirmed += other.WronglyConfirmed;
        WithWriter += other.WithWriter;
        Found += other.Found;
    }
}
