using Phase1.ModelGateway.Ledger;
using Phase1.ServiceDefaults;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Phase1.ModelGateway.Guard;

/// <summary>The guard: lanes by workspace, and patience with the database.</summary>
sealed class GuardLanes : IGuard, IHostedService
{
    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    readonly GuardLane[] _lanes;
    readonly ResiliencePipeline _admissions;
    readonly ResiliencePipeline _settlements;
    Task _running = Task.CompletedTask;

    public GuardLanes(IServiceProvider services, GuardOptions options, NetworkClock network)
    {
        _lanes = [.. Enumerable.Range(0, options.Lanes).Select(_ => ActivatorUtilities.CreateInstance<GuardLane>(services))];
        _admissions = Patience(options.RetryFor, network);
        _settlements = Patience(options.SettleFor, network);
    }

    /// <inheritdoc/>
    public async Task<AdmissionResult> AdmitAsync(Admission admission, CancellationToken cancellationToken)
    {
        var tries = 0;
        return await DecideAsync(_admissions, () => new AdmissionItem(admission, isRetry: tries++ > 0), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SettlementResult> SettleAsync(Settlement settlement) =>
        DecideAsync(_settlements, () => new SettlementItem(settlement), CancellationToken.None);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll(_lanes.Select(lane => lane.RunAsync()));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var lane in _lanes)
        {
            lane.Complete();
        }
        await _running.WaitAsync(cancellationToken);
    }

    async Task<TResult> DecideAsync<TResult>(
        ResiliencePipeline patience,
        Func<GuardItem<TResult>> makeItem,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await patience.ExecuteAsync(
                async token =>
                {
                    var item = makeItem();
                    await LaneOf(item.Call).AddAsync(item, token);
                    await using var gone = token.Register(() => item.Withdraw(token));
                    return await item.Result;
                },
                cancellationToken
            );
        }
        catch (Exception error) when (error is TimeoutRejectedException || GuardLane.Passes(error))
        {
            throw new LedgerUnavailableException(error);
        }
    }

    // The calls of a workspace share its meters: together they are one group, apart they would wait for each other.
    GuardLane LaneOf(CallFacts call) => _lanes[(uint)call.WorkspaceId.GetHashCode(StringComparison.Ordinal) % _lanes.Length];

    // The time ends the waiting, never a group that has begun: what that does is known when it is over.
    static ResiliencePipeline Patience(TimeSpan time, NetworkClock network) =>
        new ResiliencePipelineBuilder { TimeProvider = network.Time }
            .AddTimeout(time)
            .AddRetry(
                new RetryStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder().Handle<Exception>(GuardLane.Passes),
                    MaxRetryAttempts = int.MaxValue,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = FirstPause,
                    MaxDelay = LongestPause,
                    UseJitter = true,
                }
            )
            .Build();
}
