using Phase1.Nlp.Matching;
using Phase1.Nlp.Runs;
using Phase1.ServiceDefaults;
using Phase1.ServiceDefaults.Matching;

namespace Phase1.Nlp.Texts;

/// <summary>Fetches the texts of a run, several at a time; one that stays away costs its own essay only.</summary>
sealed class EssayTexts(TextClient texts, MatchingThresholds options, TimeProvider clock)
{
    static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    public async Task<IReadOnlyList<EssayText>> FetchAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        var fetched = new EssayText[run.Essays.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            run.Essays.Index(),
            limits,
            async (entry, token) =>
            {
                var (index, essay) = entry;
                var text = await TryAsync(run, essay, token);
                fetched[index] = new EssayText(essay.EssayId.ToString(), essay.FileName, text);
            }
        );
        return fetched;
    }

    /// <summary>Three attempts; null when all of them fail.</summary>
    async Task<string?> TryAsync(MatchingRun run, RunEssay essay, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                if (await texts.FindAsync(essay.TextStorageId, run.Cause, cancellationToken) is { } text)
                {
                    return text;
                }
            }
            catch (ServiceUnavailableException) when (attempt < Pauses.Length)
            {
                // Tried again below.
            }
            catch (ServiceUnavailableException)
            {
                return null;
            }

            if (attempt == Pauses.Length)
            {
                return null;
            }

            await Task.Delay(Pauses[attempt], clock, cancellationToken);
        }
    }
}
