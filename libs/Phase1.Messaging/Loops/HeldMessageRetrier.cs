using Phase1.Messaging.Background;
using Phase1.Messaging.Rounds;
using Phase1.Messaging.Tables;
using Phase1.Messaging.UnitsOfWork;

namespace Phase1.Messaging.Loops;

/// <summary>
/// Tries held records again when their time comes, and lets their followers through in order once they are applied: those of many keys in one
/// transaction. Any number of processes may share the work.
/// </summary>
sealed class HeldMessageRetrier(
    HeldMessageTable held,
    RoundRunner rounds,
    RetrySignal signal,
    MessagingOptions options,
    IServiceProvider services,
    TimeProvider clock
) : BackgroundWork(services)
{
    Task _expected = Task.CompletedTask;
    DateTimeOffset _lookedAt;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        // Taken before looking: what is expected after the look wakes us.
        (_expected, _lookedAt) = (signal.Next, clock.GetUtcNow());
        var isInDoubt = signal.TakeDoubt();
        // Once a head is applied, the next record of its key is one, and due.
        while (await held.DueAsync(cancellationToken) is { Count: > 0 } heads)
        {
            await rounds.RunAsync(heads, held, cancellationToken);
        }
        if (isInDoubt && await held.NextDueAsync(cancellationToken) is { } next)
        {
            signal.ExpectAmongOthers(next);
        }
    }

    protected override Task RecoverAsync(CancellationToken cancellationToken)
    {
        signal.Doubt();
        return Task.CompletedTask;
    }

    protected override TimeSpan LongestPause => options.RetryInterval;

    protected override async Task PauseAsync(CancellationToken cancellationToken) =>
        await _expected
            .WaitAsync(signal.Until(_lookedAt, options.RetryInterval), clock, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
