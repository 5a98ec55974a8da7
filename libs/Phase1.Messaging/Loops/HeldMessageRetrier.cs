using Phase1.Messaging.Background;
using Phase1.Messaging.Rounds;
using Phase1.Messaging.Tables;

namespace Phase1.Messaging.Loops;

/// <summary>
/// Tries held records again when their time comes, and lets their followers through in order once they are applied: those of many keys in one
/// transaction. Any number of processes may share the work.
/// </summary>
sealed class HeldMessageRetrier(
    HeldMessageTable held,
    RoundRunner rounds,
    MessagingOptions options,
    IServiceProvider services,
    TimeProvider clock
) : BackgroundWork(services)
{
    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        // Once a head is applied, the next record of its key is one, and due.
        while (await held.DueAsync(cancellationToken) is { Count: > 0 } heads)
        {
            await rounds.RunAsync(heads, held, cancellationToken);
        }
    }

    protected override TimeSpan LongestPause => options.RetryInterval;

    protected override Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(options.RetryInterval, clock, cancellationToken);
}
