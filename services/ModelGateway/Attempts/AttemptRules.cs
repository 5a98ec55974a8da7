using Phase1.ModelGateway.Providers;

namespace Phase1.ModelGateway.Attempts;

/// <summary>Whether a model is tried again after a failure, and when.</summary>
static class AttemptRules
{
    /// <summary>Attempts with one model, the first among them.</summary>
    internal const int Most = 3;

    /// <summary>How often an answer that cannot be used is asked for again.</summary>
    internal const int MostBadAnswers = 1;

    /// <summary>A provider that asks for a longer pause is left alone until then.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);

    // Of the pause, in both directions: callers that failed together do not come back together.
    const double Spread = 0.2;

    /// <summary>Whether another attempt may succeed soon.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="badAnswers">How many answers could not be used, this one among them.</param>
    internal static bool IsTriedAgain(ProviderFailure failure, int badAnswers) =>
        failure.Kind switch
        {
            FailureKind.ConnectFailed or FailureKind.Cut or FailureKind.ServerError => true,
            FailureKind.RateLimited => failure.RetryAfter is null || failure.RetryAfter <= LongestPause,
            FailureKind.BadAnswer => badAnswers <= MostBadAnswers,
            // A slow call that is repeated takes the time of the next model; a refusal stays one.
            _ => false,
        };

    /// <summary>The pause before the next attempt: the provider's own, or one that grows.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="failed">How many attempts have failed.</param>
    /// <param name="chance">From 0 to 1.</param>
    internal static TimeSpan Pause(ProviderFailure failure, int failed, double chance) =>
        failure.RetryAfter ?? FirstPause * Math.Pow(2, failed - 1) * (1 - Spread + (2 * Spread * chance));
}
