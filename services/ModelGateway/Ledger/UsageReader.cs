namespace Phase1.ModelGateway.Ledger;

/// <summary>What a provider's answer says of its usage.</summary>
/// <param name="InputTokens">As reported; null where it says nothing.</param>
/// <param name="OutputTokens">As reported; null where it says nothing.</param>
/// <param name="Cost">What the provider says that it cost, in its own arithmetic; null where it says nothing.</param>
readonly record struct ReportedUsage(long? InputTokens, long? OutputTokens, decimal? Cost = null);

/// <summary>Reads the usage of a call.</summary>
interface IUsageReader
{
    /// <summary>The reported counts, and estimates where they are missing or impossible.</summary>
    /// <param name="reported">What the provider says.</param>
    /// <param name="sentCharacters">The characters of all messages.</param>
    /// <param name="answeredCharacters">The characters of the answer.</param>
    /// <param name="contextTokens">More than this no call of the model can take.</param>
    TokenUsage Read(ReportedUsage reported, int sentCharacters, int answeredCharacters, int contextTokens);
}

/// <inheritdoc cref="IUsageReader"/>
sealed class UsageReader : IUsageReader
{
    const int CharactersPerToken = 4;

    /// <inheritdoc/>
    public TokenUsage Read(ReportedUsage reported, int sentCharacters, int answeredCharacters, int contextTokens)
    {
        var input = Possible(reported.InputTokens, contextTokens);
        var output = Possible(reported.OutputTokens, contextTokens);
        return new(input ?? Estimate(sentCharacters), output ?? Estimate(answeredCharacters), IsEstimated: input is null || output is null);
    }

    static long? Possible(long? count, int contextTokens) => count >= 0 && count <= contextTokens ? count : null;

    static long Estimate(int characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;
}
