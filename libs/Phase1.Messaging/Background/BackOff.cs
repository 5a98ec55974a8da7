namespace Phase1.Messaging.Background;

/// <summary>Pauses that double from the shortest to the longest, with 20 % jitter so that many workers do not return at once.</summary>
sealed class BackOff(MessagingOptions options)
{
    int _failures;

    public TimeSpan Next()
    {
        var seconds = options.ShortestBackOff.TotalSeconds * Math.Pow(2, Math.Min(_failures++, 20));
        return TimeSpan.FromSeconds(Math.Min(options.LongestBackOff.TotalSeconds, seconds) * (0.8 + (0.4 * Random.Shared.NextDouble())));
    }

    // The machine's time, not the injected clock: the pause gives a server time to come back, also where a test or the demo moves the clock.
    public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Next(), TimeProvider.System, cancellationToken);

    public void Reset() => _failures = 0;
}
