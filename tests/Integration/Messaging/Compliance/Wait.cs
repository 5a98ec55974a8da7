using System.Diagnostics;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>Repeats a look at the world until it shows what is wanted; the looks themselves take their time.</summary>
static class Wait
{
    public static async Task<T> ForAsync<T>(TimeSpan patience, Func<Task<T>> look, Func<T, bool> wanted)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (wanted(seen))
            {
                return seen;
            }
            if (Stopwatch.GetElapsedTime(started) > patience)
            {
                throw new TimeoutException("What must come did not come.");
            }
        }
    }
}
