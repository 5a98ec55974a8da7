using System.Diagnostics.Metrics;
using Phase1.Events;
using Phase1.Nlp.Matching;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Runs;

/// <summary>What is counted of matching; labels are codes.</summary>
static class MatchingMetrics
{
    static readonly Counter<long> Outcomes = NlpService.Meter.CreateCounter<long>(
        "phase1_matching_outcomes_total",
        description: "Matched essays by status and leading reason"
    );

    static readonly Counter<long> Skipped = NlpService.Meter.CreateCounter<long>(
        "phase1_matching_skipped_total",
        description: "Roster entries and reading steps that were left out"
    );

    static readonly Histogram<double> Seconds = NlpService.Meter.CreateSecondsHistogram(
        "phase1_matching_run_seconds",
        "Time from claiming a run to recording its result",
        0.1,
        0.5,
        1,
        2.5,
        5,
        10,
        30,
        60
    );

    public static void Count(IReadOnlyList<EssayMatch> matches, TimeSpan elapsed)
    {
        foreach (var match in matches)
        {
            Outcomes.Add(1, new("match_status", WireEnum.Name(match.Status)), new("reason", LeadingReason(match)));
            CountSkipped("reading_step", match.SkippedSteps);
        }

        Seconds.Record(
            elapsed.TotalSeconds,
            new KeyValuePair<string, object?>("result", MatchingFacts.Failure(matches) is null ? "matched" : "failed")
        );
    }

    public static void CountSkipped(string what, int count)
    {
        if (count > 0)
        {
            Skipped.Add(count, new KeyValuePair<string, object?>("what", what));
        }
    }

    static string LeadingReason(EssayMatch match) =>
        match.NoMatchReason is { } reason ? WireEnum.Name(reason)
        : match.Suggestions is [{ MatchReasons: [var leading, ..] }, ..] ? leading
        : "none";
}
