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

    // Real time, not the domain's clock: the pause waits for a server to come back.
    public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Next(), TimeProvider.System, cancellationToken);

    public void Reset() => _failures = 0;
}
