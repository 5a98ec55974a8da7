using System.Text.Json;
using Phase1.Benchmarks.Matching.Corpus;
using Phase1.Nlp.Matching;

namespace Phase1.Benchmarks.Matching;

/// <summary>
/// How right and how fast matching is, on essays of our own making. The held-back family is for the final check: work on the matcher with
/// <c>--development</c>, which leaves it out and lists what went wrong.
/// </summary>
static class MatchingBenchmark
{
    const int Classes = 800;

    public static int Run(string[] options)
    {
        if (options.Contains("--development"))
        {
            Show(CorpusFamily.Development, Evaluation.Of(CorpusFamily.Development, Classes, ShowMiss));
            Console.WriteLine($"{new MatchingSpeed().EssaysASecond():N0} essays/s");
            return 0;
        }

        Progress.Tell($"{Classes} classes of the development family");
        var development = Evaluation.Of(CorpusFamily.Development, Classes);
        Progress.Tell($"{Classes} classes of the held-back family");
        var holdback = Evaluation.Of(CorpusFamily.Holdback, Classes);
        Progress.Tell("essays a second on one core");
        MatchingSpeed speed = new();
        var essaysASecond = speed.EssaysASecond();
        Progress.Tell("time and allocations an essay");
        var (microseconds, kilobytes) = BatchBenchmark.Measure();
        if (options.Contains("--json"))
        {
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        essays = development.All.Essays + holdback.All.Essays,
                        auto_confirmed_share = Math.Round(development.All.ConfirmedShare, 4),
                        wrong_auto_confirmed = development.All.WronglyConfirmed,
                        clear_recall = Math.Round(development.Clear.Recall, 5),
                        clear_auto_confirmed = Math.Round(development.Clear.ConfirmedRecall, 5),
                        holdback_auto_confirmed_share = Math.Round(holdback.All.ConfirmedShare, 4),
                        holdback_wrong_auto_confirmed = holdback.All.WronglyConfirmed,
                        holdback_clear_recall = Math.Round(holdback.Clear.Recall, 5),
                        holdback_clear_auto_confirmed = Math.Round(holdback.Clear.ConfirmedRecall, 5),
                        essays_per_s = Math.Round(essaysASecond),
                        benchmarkdotnet_us_per_essay = Math.Round(microseconds, 1),
                        allocated_kb_per_essay = Math.Round(kilobytes, 1),
                    }
                )
            );
            return 0;
        }

        Show(CorpusFamily.Development, development);
        Show(CorpusFamily.Holdback, holdback);
        Console.WriteLine(
            $"one core, rosters of 30, {speed.CharactersAnEssay:N0} characters an essay: {essaysASecond:N0} essays/s"
                + $" (BenchmarkDotNet: {microseconds:N1} µs and {kilobytes:N1} kB allocated an essay)"
        );
        return 0;
    }

    static void Show(CorpusFamily family, Evaluation evaluation)
    {
        Console.WriteLine(
            $"{family.Name, -14} {"essays", 8} {"confirmed", 10} {"precision", 10} {"recall", 9} {"confirmed recall", 17} {"wrong", 6}"
        );
        foreach (var (kind, tally) in evaluation.ByClass)
        {
            ShowTally(kind.ToString().ToLowerInvariant(), tally);
        }

        ShowTally("all", evaluation.All);
        Console.WriteLine();
    }

    static void ShowTally(string name, MatchingCounts tally) =>
        Console.WriteLine(
            $"{name, -14} {tally.Essays, 8:N0} {tally.ConfirmedShare, 10:P2} {tally.Precision, 10:P3} {tally.Recall, 9:P3} {tally.ConfirmedRecall, 17:P3} {tally.WronglyConfirmed, 6:N0}"
        );

    /// <summary>Everybody in it is invented, so it may be shown.</summary>
    static void ShowMiss(LabelledClass each, LabelledEssay essay, EssayMatch match)
    {
        var text = essay.Essay.Text!;
        var head = text[..Math.Min(110, text.Length)].ReplaceLineEndings(" / ");
        var writer = each.Roster.FirstOrDefault(student => student.StudentId == essay.Writer);
        Console.WriteLine(
            $"{essay.Class} [{essay.Layout}] {writer?.FirstName} {writer?.LastName} <{writer?.Email}> file {essay.Essay.FileName}"
        );
        Console.WriteLine($"    {head}");
        foreach (var suggestion in match.Suggestions)
        {
            var proposed = each.Roster.First(student => student.StudentId == suggestion.StudentId);
            Console.WriteLine(
                $"    {suggestion.ConfidenceScore} {(suggestion.AutoConfirmEligible ? '+' : '-')} {proposed.FirstName} {proposed.LastName} ({proposed.FullLegalName}) {string.Join(", ", suggestion.MatchReasons)}"
            );
        }
    }
}
