using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Phase1.Matching;
using Phase1.Nlp.Matching;
using Phase1.Nlp.Runs;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Naming;

/// <summary>
/// Asks the Model Gateway about essays that the rules are not sure of. Whatever goes wrong, the rules' result stands; after a first refusal nothing more
/// of the batch is asked.
/// </summary>
sealed class NameAsker(GatewayClient gateway, MatchingThresholds thresholds, NetworkClock network) : INameAsker
{
    const int AtATime = 4;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // A namespace of our own (RFC 9562, section 5.5); its value carries no meaning but must never change.
    static readonly Guid Questions = new("8c1f6a52-6a5e-5b1e-9d0b-0f3f0a9b7c21");

    static readonly Counter<long> Asked = NlpService.Meter.CreateCounter<long>(
        "phase1_matching_asked_total",
        description: "Essays that a language model was asked about, by what came of it"
    );

    /// <inheritdoc />
    public async Task<IReadOnlyList<EssayText>?> AskAsync(
        MatchingRun run,
        IReadOnlyList<RosterStudent> students,
        IReadOnlyList<EssayText> essays,
        IReadOnlyList<EssayMatch> matches,
        CancellationToken cancellationToken
    )
    {
        var roster = Roster.Read(students);
        var questions = essays
            .Zip(matches)
            .Where(pair => pair.First.Text is not null && BestOf(pair.Second) < thresholds.AutoConfirm)
            .Select(pair => (Essay: pair.First, Excerpt: HeaderExcerpt.Of(pair.First, roster)))
            .Where(question => question.Excerpt.Length > 0)
            .ToList();
        var names = await NamesAsync(run, questions, cancellationToken);
        return names.IsEmpty ? null : [.. essays.Select(essay => essay with { ModelName = names.GetValueOrDefault(essay.EssayId) })];
    }

    async Task<ConcurrentDictionary<string, string>> NamesAsync(
        MatchingRun run,
        List<(EssayText Essay, string Excerpt)> questions,
        CancellationToken cancellationToken
    )
    {
        ConcurrentDictionary<string, string> names = [];
        using var refused = new CancellationTokenSource(Patience, network.Time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(refused.Token, cancellationToken);
        try
        {
            await Parallel.ForEachAsync(
                questions,
                new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = ending.Token },
                async (question, token) =>
                {
                    // The linked token follows a moment later.
                    if (
                        !refused.IsCancellationRequested
                        && await AskAsync(run, question.Essay, question.Excerpt, refused, token) is { } name
                    )
                    {
                        names[question.Essay.EssayId] = name;
                    }
                }
            );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What was answered so far is used.
        }
        return names;
    }

    async Task<string?> AskAsync(MatchingRun run, EssayText essay, string excerpt, CancellationTokenSource refused, CancellationToken token)
    {
        var essayId = Guid.Parse(essay.EssayId);
        try
        {
            var id = QuestionId(run.BatchId, essayId, run.Attempts);
            var content = await gateway.AskNameAsync(id, run.BatchId, essayId, run.CourseCode, excerpt, run.Cause, token);
            var name = content is null ? null : NameAnswer.Read(content, excerpt);
            Count(name is null ? "no_name" : "name");
            return name;
        }
        catch (ServiceUnavailableException)
        {
            Count("unavailable");
            await refused.CancelAsync();
            return null;
        }
    }

    static Guid QuestionId(Guid batch, Guid essay, int attempt)
    {
        byte[] name = [.. Questions.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"{batch:D}/{essay:D}/{attempt}")];
        // Version 5 is defined on SHA-1; it names, it protects nothing.
        var hash = SHA1.HashData(name).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    static decimal BestOf(EssayMatch match) => match.Suggestions is [var first, ..] ? first.ConfidenceScore : 0;

    static void Count(string result) => Asked.Add(1, new KeyValuePair<string, object?>("result", result));
}
