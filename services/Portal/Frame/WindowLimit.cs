using Phase1.ServiceDefaults;

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

    /// <summary>Counts one more.</summary>
    /// <param name="key">Who does it.</param>
    /// <param name="detail">What is said when it was too often.</param>
    /// <exception cref="ProblemException">429, with the time until the window ends.</exception>
    internal void Count(TKey key, string detail)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (now - _since >= window)
            {
                _counts.Clear();
                _since = now;
            }
            if ((_counts[key] = _counts.GetValueOrDefault(key) + 1) > most)
            {
                throw new ProblemException(Problems.RateLimit, detail) { RetryAfter = _since + window - now };
            }
        }
    }
}
