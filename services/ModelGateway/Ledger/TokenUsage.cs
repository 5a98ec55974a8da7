namespace Phase1.ModelGateway.Ledger;

/// <summary>What a call took.</summary>
/// <param name="InputTokens">Sent, those of a cache among them.</param>
/// <param name="OutputTokens">Answered, those of thinking among them.</param>
/// <param name="IsEstimated">The provider did not say, or said what cannot be.</param>
readonly record struct TokenUsage(long InputTokens, long OutputTokens, bool IsEstimated = false)
{
    internal long Total => InputTokens + OutputTokens;
}
