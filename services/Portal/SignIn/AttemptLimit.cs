using System.Net;
using Phase1.Portal.Frame;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>How many passwords may be tried from one address.</summary>
sealed class AttemptLimit(TimeProvider clock)
{
    internal const int MostAMinute = 30;

    readonly WindowLimit<IPAddress> _attempts = new(clock, MostAMinute, TimeSpan.FromMinutes(1));

    /// <exception cref="ProblemException">429 when there were too many.</exception>
    internal void Count(IPAddress? address) =>
        _attempts.Count(address ?? IPAddress.None, "Too many attempts from this address; try again in a minute.");
}
