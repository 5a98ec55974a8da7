using Phase1.Demo;

namespace Phase1.Load.Stories;

/// <summary>Looks again and again, until something is as it should be.</summary>
sealed class Waiting(TimeProvider clock)
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Answers what it has seen, once it is as it should be.</summary>
    /// <param name="look">Looks.</param>
    /// <param name="reached">Whether it is.</param>
    /// <param name="otherwise">What is said when it never becomes so.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="DemoException">The time is over.</exception>
    internal async Task<T> UntilAsync<T>(
        Func<CancellationToken, Task<T>> look,
        Func<T, bool> reached,
        Func<T, string> otherwise,
        CancellationToken cancellationToken
    )
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            var seen = await look(cancellationToken);
            if (reached(seen))
            {
                return seen;
            }
            if (clock.GetElapsedTime(began) > Longest)
            {
                throw new DemoException(otherwise(seen));
            }
            await Task.Delay(Interval, clock, cancellationToken);
        }
    }
}
