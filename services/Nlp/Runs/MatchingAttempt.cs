using Phase1.Events;
using Phase1.Messaging.Telemetry;
using Phase1.Nlp.Matching;
using Phase1.Nlp.Rosters;
using Phase1.Nlp.Texts;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Runs;

/// <summary>One attempt at a run: roster, texts, matching, result.</summary>
sealed class MatchingAttempt(
    RosterClient rosters,
    EssayTexts texts,
    BatchMatcher matcher,
    RunResults results,
    ServiceTraces traces,
    TimeProvider clock
)
{
    public async Task RunAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        using var span = traces.Continue("match essays", run.Cause);
        var began = clock.GetTimestamp();
        var matches = await MatchInTimeAsync(run, cancellationToken);
        if (matches is null)
        {
            await results.PostponeAsync(run, cancellationToken);
        }
        else if (await results.RecordAsync(run, matches, cancellationToken))
        {
            MatchingMetrics.Count(matches, clock.GetElapsedTime(began));
        }
    }

    /// <summary>
    /// An attempt that fails for a reason nobody foresaw is made again when its lease is over; but a batch never waits longer for it than
    /// for a roster.
    /// </summary>
    async Task<IReadOnlyList<EssayMatch>?> MatchInTimeAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await MatchAsync(run, cancellationToken);
        }
        catch (Exception) when (clock.GetUtcNow() >= run.GiveUpAt && !cancellationToken.IsCancellationRequested)
        {
            return Without(run, NoMatchReason.ProcessingError);
        }
    }

    /// <summary>Null while the roster is away and may come back in time.</summary>
    async Task<IReadOnlyList<EssayMatch>?> MatchAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        IReadOnlyList<RosterStudent> students;
        try
        {
            students = await rosters.GetAsync(run.ClassId!.Value, run.Cause, cancellationToken);
        }
        catch (ServiceUnavailableException)
        {
            return clock.GetUtcNow() >= run.GiveUpAt ? Without(run, NoMatchReason.RosterUnavailable) : null;
        }

        if (students.Count == 0)
        {
            return Without(run, NoMatchReason.EmptyRoster);
        }

        var essays = await texts.FetchAsync(run, cancellationToken);
        return matcher.Match(students, essays).Essays;
    }

    static IReadOnlyList<EssayMatch> Without(MatchingRun run, NoMatchReason reason) =>
        [
            .. run.Essays.Select(essay => new EssayMatch(
                essay.EssayId.ToString(),
                MatchStatus.NoMatch,
                reason,
                [],
                ExtractedIdentifiers.None
            )),
        ];
}
