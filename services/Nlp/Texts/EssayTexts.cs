using System.Collections.Concurrent;
using Phase1.Matching;
using Phase1.Nlp.Matching;
using Phase1.Nlp.Runs;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Texts;

/// <summary>
/// Fetches the texts of a run: all with one request; what that did not bring each by itself, several at a time. A text that the file service does not
/// have is its own essay's loss; one that it cannot give now is waited for, as long as the run has time.
/// </summary>
sealed class EssayTexts(TextClient texts, MatchingThresholds options, TimeProvider clock, NetworkClock network)
{
    /// <summary>
    /// Time for one request and three attempts that all hang, and little more: an attempt at a run is made within its lease, and a later one asks again.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    // Before each attempt at the texts that are missing.
    static readonly TimeSpan[] Pauses = [TimeSpan.Zero, TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    public async Task<FetchedTexts> FetchAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        // By storage id; empty where there is no such text.
        var found = new ConcurrentDictionary<string, string>();
        using var patience = new CancellationTokenSource(Patience, network.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await FetchAsync(run, found, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over; what has come is kept.
        }
        return new(
            [
                .. run.Essays.Select(essay => new EssayText(
                    essay.EssayId.ToString(),
                    essay.FileName,
                    found.GetValueOrDefault(essay.TextStorageId) is { Length: > 0 } text ? text : null
                )),
            ],
            IsAway: Missing(run, found).Length > 0
        );
    }

    async Task FetchAsync(MatchingRun run, ConcurrentDictionary<string, string> found, CancellationToken cancellationToken)
    {
        await TogetherAsync(run, found, cancellationToken);
        // Each missing text once before any of them again, so that those that hang do not take the time of those behind them.
        foreach (var pause in Pauses)
        {
            if (Missing(run, found) is not { Length: > 0 } missing)
            {
                return;
            }
            await Task.Delay(pause, clock, cancellationToken);
            await Parallel.ForEachAsync(
                missing,
                new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken },
                async (storageId, token) => await AloneAsync(run, storageId, found, token)
            );
        }
    }

    async Task TogetherAsync(MatchingRun run, ConcurrentDictionary<string, string> found, CancellationToken cancellationToken)
    {
        try
        {
            var missing = Missing(run, found);
            var together = await texts.FindAsync(missing, run.Cause, cancellationToken);
            foreach (var storageId in missing)
            {
                found[storageId] = together.GetValueOrDefault(storageId, "");
            }
        }
        catch (ServiceUnavailableException)
        {
            // Then one by one.
        }
    }

    async Task AloneAsync(
        MatchingRun run,
        string storageId,
        ConcurrentDictionary<string, string> found,
        CancellationToken cancellationToken
    )
    {
        try
        {
            found[storageId] = await texts.FindAsync(storageId, run.Cause, cancellationToken) ?? "";
        }
        catch (ServiceUnavailableException)
        {
            // The next attempt asks again.
        }
    }

    static string[] Missing(MatchingRun run, ConcurrentDictionary<string, string> found) =>
        [.. run.Essays.Select(essay => essay.TextStorageId).Where(storageId => !found.ContainsKey(storageId)).Distinct()];
}

/// <summary>The texts of a run, in its order.</summary>
/// <param name="Essays">Each with its text, where there is one.</param>
/// <param name="IsAway">Some are missing only because the file service did not answer.</param>
sealed record FetchedTexts(IReadOnlyList<EssayText> Essays, bool IsAway);
