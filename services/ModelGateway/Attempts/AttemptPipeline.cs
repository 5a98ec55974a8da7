using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Providers;
using Phase1.ServiceDefaults;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Phase1.ModelGateway.Attempts;

/// <summary>Asks one model, as often as <see cref="AttemptRules"/> say; each attempt is kept.</summary>
/// <param name="network">Waits and times are the network's, not the domain's.</param>
/// <param name="chance">Spreads the pauses; from 0 to 1.</param>
sealed class AttemptPipeline(NetworkClock network, Func<double> chance)
{
    /// <summary>Asks until there is an answer, or no further attempt is worth it.</summary>
    /// <param name="client">The provider.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="timeout">How long one attempt may take.</param>
    /// <param name="attempts">Takes each attempt, that one among them which is cut off with the call.</param>
    /// <param name="cancellationToken">The call's time is over, or its caller went away.</param>
    internal async Task<ProviderReply> AskAsync(
        IProviderClient client,
        ProviderRequest request,
        TimeSpan timeout,
        List<AttemptEnd> attempts,
        CancellationToken cancellationToken
    )
    {
        var start = network.Time.GetTimestamp();
        var pipeline = new ResiliencePipelineBuilder<ProviderReply> { TimeProvider = network.Time }
            .AddRetry(RetryOf(attempts))
            .Build();
        var limit = new ResiliencePipelineBuilder { TimeProvider = network.Time }
            .AddTimeout(timeout)
            .Build();
        return await pipeline.ExecuteAsync(
            async token =>
            {
                var after = network.Time.GetElapsedTime(start);
                ProviderReply reply = new ProviderFailure(FailureKind.TimedOut);
                try
                {
                    return reply = await AskOnceAsync(client, request, limit, token);
                }
                finally
                {
                    attempts.Add(new(reply, after, network.Time.GetElapsedTime(start) - after));
                }
            },
            cancellationToken
        );
    }

    static async ValueTask<ProviderReply> AskOnceAsync(
        IProviderClient client,
        ProviderRequest request,
        ResiliencePipeline limit,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await limit.ExecuteAsync(async token => await client.AskAsync(request, token), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            return new ProviderFailure(FailureKind.TimedOut);
        }
    }

    RetryStrategyOptions<ProviderReply> RetryOf(List<AttemptEnd> attempts) =>
        new()
        {
            MaxRetryAttempts = AttemptRules.Most - 1,
            ShouldHandle = args =>
                ValueTask.FromResult(
                    args.Outcome.Result is ProviderFailure failure && AttemptRules.IsTriedAgain(failure, attempts.Count(IsBad))
                ),
            DelayGenerator = args =>
                ValueTask.FromResult<TimeSpan?>(
                    AttemptRules.Pause((ProviderFailure)args.Outcome.Result!, failed: args.AttemptNumber + 1, chance())
                ),
        };

    static bool IsBad(AttemptEnd attempt) => attempt.Reply is ProviderFailure { Kind: FailureKind.BadAnswer };
}

/// <summary>How one attempt ended.</summary>
/// <param name="Reply">What was answered, or went wrong.</param>
/// <param name="After">How long after the first one of the model it began.</param>
/// <param name="Time">How long it took.</param>
sealed record AttemptEnd(ProviderReply Reply, TimeSpan After, TimeSpan Time)
{
    /// <summary>The word for it in the table of attempts.</summary>
    internal AttemptOutcome Outcome =>
        Reply is not ProviderFailure failure
            ? AttemptOutcome.Answered
            : failure.Kind switch
            {
                FailureKind.ConnectFailed => AttemptOutcome.ConnectFailed,
                FailureKind.Cut => AttemptOutcome.Cut,
                FailureKind.TimedOut => AttemptOutcome.TimedOut,
                FailureKind.BadAnswer => AttemptOutcome.BadAnswer,
                FailureKind.CircuitOpen => AttemptOutcome.Skipped,
                _ => AttemptOutcome.Status,
            };
}
