using System.Net;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>How many passwords may be tried from one address: 30 a minute, on each instance.</summary>
sealed class AttemptLimit(TimeProvider clock)
{
    internal const int MostAMinute = 30;

    readonly Lock _gate = new();
    readonly Dictionary<IPAddress, int> _attempts = [];
    DateTimeOffset _minute;

    /// <exception cref="ProblemException">429 when there were too many.</exception>
    internal void Count(IPAddress? address)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (now - _minute >= TimeSpan.FromMinutes(1))
            {
                _attempts.Clear();
                _minute = now;
            }
            var key = address ?? IPAddress.None;
            var attempts = _attempts[key] = _attempts.GetValueOrDefault(key) + 1;
            if (attempts > MostAMinute)
            {
                throw new ProblemException(Problems.RateLimit, "Too many attempts from this address; try again in a minute.");
            }
        }
    }
}
