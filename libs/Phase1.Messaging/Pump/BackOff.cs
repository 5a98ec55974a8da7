namespace Phase1.Messaging.Pump;

/// <summary>Pauses that double from one second to a limit, with 20 % jitter so that many workers do not return at once.</summary>
sealed class BackOff(TimeSpan longest, TimeProvider clock)
{
    int _failures;

    public TimeSpan Next()
    {
        var seconds = Math.Min(longest.TotalSeconds, Math.Pow(2, Math.Min(_failures++, 20)));
        return TimeSpan.FromSeconds(seconds * (0.8 + (0.4 * Random.Shared.NextDouble())));
    }

    public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Next(), clock, cancellationToken);

    public void Reset() => _failures = 0;
}
