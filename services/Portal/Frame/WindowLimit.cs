namespace Phase1.Portal.Frame;

/// <summary>How often something may be done in a window of time, by each key, on each instance.</summary>
/// <typeparam name="TKey">Who does it.</typeparam>
/// <param name="clock">The time.</param>
/// <param name="most">How often.</param>
/// <param name="window">From the first time on.</param>
sealed class WindowLimit<TKey>(TimeProvider clock, int most, TimeSpan window)
    where TKey : notnull
{
    readonly Lock _gate = new();
    readonly Dictionary<TKey, int> _counts = [];
    DateTimeOffset _since;

    /// <summary>Counts one more, and says whether it is still allowed.</summary>
    internal bool TryCount(TKey key)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (now - _since >= window)
            {
                _counts.Clear();
                _since = now;
            }
            return (_counts[key] = _counts.GetValueOrDefault(key) + 1) <= most;
        }
    }
}
