using Phase1.Matching;
using Phase1.Nlp.Matching;
using Phase1.Nlp.Runs;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Texts;

/// <summary>
/// Fetches the texts of a run, several at a time. A text that the file service does not have is its own essay's loss; one that it cannot give now is
/// waited for, as long as the run has time.
/// </summary>
sealed class EssayTexts(TextClient texts, MatchingThresholds options, TimeProvider clock, NetworkClock network)
{
    /// <summary>
    /// Time for three attempts that all hang, and little more: an attempt at a run is made within its lease, and a later one asks again.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    public async Task<FetchedTexts> FetchAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        var isAway = false;
        using var patience = new CancellationTokenSource(Patience, network.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var fetched = new EssayText[run.Essays.Count];
        await Parallel.ForEachAsync(
            run.Essays.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken },
            async (entry, token) =>
            {
                var (index, essay) = entry;
                var text = await TryAsync(run, essay, either.Token, token);
                isAway |= text is null;
                fetched[index] = new EssayText(essay.EssayId.ToString(), essay.FileName, text is { Length: > 0 } ? text : null);
            }
        );
        return new(fetched, isAway);
    }

    /// <summary>Empty when there is no such text; null when three attempts fail, or when the time for all texts is over.</summary>
    async Task<string?> TryAsync(MatchingRun run, RunEssay essay, CancellationToken inTime, CancellationToken stopped)
    {
        try
        {
            foreach (var pause in Pauses)
            {
                if (await AttemptAsync(run, essay, inTime) is { } text)
                {
                    return text;
                }

                await Task.Delay(pause, clock, inTime);
            }

            return await AttemptAsync(run, essay, inTime);
        }
        catch (OperationCanceledException) when (!stopped.IsCancellationRequested)
        {
            return null;
        }
    }

    async Task<string?> AttemptAsync(MatchingRun run, RunEssay essay, CancellationToken cancellationToken)
    {
        try
        {
            return await texts.FindAsync(essay.TextStorageId, run.Cause, cancellationToken) ?? "";
        }
        catch (ServiceUnavailableException)
        {
            return null;
        }
    }
}

/// <summary>The texts of a run, in its order.</summary>
/// <param name="Essays">Each with its text, where there is one.</param>
/// <param name="IsAway">Some are missing only because the file service did not answer.</param>
sealed record FetchedTexts(IReadOnlyList<EssayText> Essays, bool IsAway);
