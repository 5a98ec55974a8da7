using System.Collections.Concurrent;
using Phase1.Matching;
using Phase1.Nlp.Matching;
using Phase1.Nlp.Runs;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Texts;

/// <summary>
/// Fetches the texts of a run: all with one request; where that fails each by itself, several at a time. A text that the file service does not have is
/// its own essay's loss; one that it cannot give now is waited for, as long as the run has time.
/// </summary>
sealed class EssayTexts(TextClient texts, MatchingThresholds options, TimeProvider clock, NetworkClock network)
{
    /// <summary>
    /// Time for three attempts that all hang, and little more: an attempt at a run is made within its lease, and a later one asks again.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    // Before each attempt at a text by itself.
    static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    public async Task<FetchedTexts> FetchAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, network.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var found = await TogetherAsync(run, either.Token, cancellationToken) ?? await OneByOneAsync(run, either.Token, cancellationToken);
        return new(
            [
                .. run.Essays.Select(essay => new EssayText(
                    essay.EssayId.ToString(),
                    essay.FileName,
                    found.GetValueOrDefault(essay.TextStorageId) is { Length: > 0 } text ? text : null
                )),
            ],
            IsAway: run.Essays.Any(essay => !found.ContainsKey(essay.TextStorageId))
        );
    }

    /// <summary>Every text, empty where there is none; null when they are not to be had with one request.</summary>
    async Task<IReadOnlyDictionary<string, string>?> TogetherAsync(MatchingRun run, CancellationToken inTime, CancellationToken stopped)
    {
        var ids = run.Essays.Select(essay => essay.TextStorageId).ToHashSet();
        try
        {
            var found = await texts.FindAsync(ids, run.Cause, inTime);
            return ids.ToDictionary(id => id, id => found.GetValueOrDefault(id, ""));
        }
        catch (ServiceUnavailableException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!stopped.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The texts that could be had, empty where there is none.</summary>
    async Task<IReadOnlyDictionary<string, string>> OneByOneAsync(MatchingRun run, CancellationToken inTime, CancellationToken stopped)
    {
        var found = new ConcurrentDictionary<string, string>();
        await Parallel.ForEachAsync(
            run.Essays,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = stopped },
            async (essay, token) =>
            {
                if (await TryAsync(run, essay, inTime, token) is { } text)
                {
                    found[essay.TextStorageId] = text;
                }
            }
        );
        return found;
    }

    /// <summary>Empty when there is no such text; null when every attempt fails, or when the time for all texts is over.</summary>
    async Task<string?> TryAsync(MatchingRun run, RunEssay essay, CancellationToken inTime, CancellationToken stopped)
    {
        try
        {
            foreach (var pause in Pauses)
            {
                await Task.Delay(pause, clock, inTime);
                if (await AttemptAsync(run, essay, inTime) is { } text)
                {
                    return text;
                }
            }
        }
        catch (OperationCanceledException) when (!stopped.IsCancellationRequested)
        {
            // The time is over.
        }

        return null;
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
