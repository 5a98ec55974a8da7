namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>Moves the domain's clock of a running engine.</summary>
public static class ClockSteps
{
    // The loops that sleep by the domain's clock: the retrier, the gauges, the retention.
    const int Sleepers = 3;

    /// <summary>Completes when the engine's loops have nothing more to do at this instant.</summary>
    public static Task WhenAsleepAsync(this ManualTimeProvider clock, CancellationToken cancellationToken) =>
        clock.WhenArmedAsync(Sleepers, cancellationToken).WaitAsync(Eventually.Patience, TimeProvider.System, cancellationToken);

    /// <summary>Lets time pass once the engine's loops are asleep, so that they wake at its end.</summary>
    public static async Task PassAsync(this ManualTimeProvider clock, TimeSpan time, CancellationToken cancellationToken)
    {
        await clock.WhenAsleepAsync(cancellationToken);
        clock.Advance(time);
    }

    /// <summary>Lets time flow, a tenth of a second at a look, until the condition holds: for what may take the engine more than one turn.</summary>
    public static Task FlowUntilAsync(this ManualTimeProvider clock, Func<Task<bool>> condition, CancellationToken cancellationToken) =>
        Eventually.BecomesTrueAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
                return condition();
            },
            cancellationToken
        );
}
