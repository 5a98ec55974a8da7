using Phase1.Nlp.Matching;
using Phase1.Nlp.Runs;

namespace Phase1.Nlp.Naming;

/// <summary>Asks for names where the rules are weak.</summary>
interface INameAsker
{
    /// <summary>The essays, each with the name that was answered for it; null where none was.</summary>
    /// <param name="run">Of the batch.</param>
    /// <param name="students">Of its class; nothing of them is sent.</param>
    /// <param name="essays">As they were matched.</param>
    /// <param name="matches">What the rules have found, in the same order.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<IReadOnlyList<EssayText>?> AskAsync(
        MatchingRun run,
        IReadOnlyList<RosterStudent> students,
        IReadOnlyList<EssayText> essays,
        IReadOnlyList<EssayMatch> matches,
        CancellationToken cancellationToken
    );
}

/// <summary>Where nobody is to be asked: the rules' result stands.</summary>
sealed class NobodyToAsk : INameAsker
{
    public Task<IReadOnlyList<EssayText>?> AskAsync(
        MatchingRun run,
        IReadOnlyList<RosterStudent> students,
        IReadOnlyList<EssayText> essays,
        IReadOnlyList<EssayMatch> matches,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<EssayText>?>(null);
}
