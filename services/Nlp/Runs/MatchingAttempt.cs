using Phase1.Events;
using Phase1.Messaging.Telemetry;
using Phase1.Nlp.Matching;
using Phase1.Nlp.Naming;
using Phase1.Nlp.Rosters;
using Phase1.Nlp.Texts;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Runs;

/// <summary>One attempt at a run: roster, texts, matching, result.</summary>
sealed class MatchingAttempt(
    RosterClient rosters,
    EssayTexts texts,
    BatchMatcher matcher,
    INameAsker asker,
    RunResults results,
    ServiceTraces traces,
    TimeProvider clock
)
{
    public async Task RunAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        using var span = traces.Continue("match essays", run.Cause);
        var began = clock.GetTimestamp();
        var found = await MatchInTimeAsync(run, cancellationToken);
        if (found is null)
        {
            await results.PostponeAsync(run, cancellationToken);
        }
        else if (await results.RecordAsync(run, found, cancellationToken))
        {
            MatchingMetrics.Count(found.Essays, clock.GetElapsedTime(began));
        }
    }

    /// <summary>
    /// An attempt that fails for a reason nobody foresaw is made again when its lease is over; but a batch never waits longer for it than
    /// for a roster.
    /// </summary>
    async Task<FoundMatches?> MatchInTimeAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await MatchAsync(run, cancellationToken);
        }
        catch (Exception) when (IsLate(run) && !cancellationToken.IsCancellationRequested)
        {
            return Without(run, NoMatchReason.ProcessingError);
        }
    }

    /// <summary>Null while roster or texts are away and may come back in time.</summary>
    async Task<FoundMatches?> MatchAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        IReadOnlyList<RosterStudent> students;
        try
        {
            students = await rosters.GetAsync(run.ClassId!.Value, run.Cause, cancellationToken);
        }
        catch (ServiceUnavailableException)
        {
            return IsLate(run) ? Without(run, NoMatchReason.RosterUnavailable) : null;
        }

        if (students.Count == 0)
        {
            return Without(run, NoMatchReason.EmptyRoster);
        }

        var fetched = await texts.FetchAsync(run, cancellationToken);
        // A first result waits for texts as for the roster; a later one takes every text that has come.
        if (fetched.IsAway && !run.HasResult && !IsLate(run))
        {
            return null;
        }
        var found = matcher.Match(students, fetched.Essays).Essays;
        var named = await asker.AskAsync(run, students, fetched.Essays, found, cancellationToken);
        return new(named is null ? found : matcher.Match(students, named).Essays, HasRead: true, LacksTexts: fetched.IsAway);
    }

    bool IsLate(MatchingRun run) => clock.GetUtcNow() >= run.GiveUpAt;

    static FoundMatches Without(MatchingRun run, NoMatchReason reason) =>
        new(
            [
                .. run.Essays.Select(essay => new EssayMatch(
                    essay.EssayId.ToString(),
                    MatchStatus.NoMatch,
                    reason,
                    [],
                    ExtractedIdentifiers.None
                )),
            ],
            HasRead: false,
            LacksTexts: false
        );
}

/// <summary>What an attempt has found.</summary>
/// <param name="Essays">Each essay of the run, in its order.</param>
/// <param name="HasRead">The texts have been read; else all essays are without a match for one reason.</param>
/// <param name="LacksTexts">Some have no text only because the file service is away.</param>
sealed record FoundMatches(IReadOnlyList<EssayMatch> Essays, bool HasRead, bool LacksTexts);
