using Phase1.Portal.Frame;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Tokens;

/// <summary>How many requests a token may make.</summary>
sealed class TokenLimit(TimeProvider clock)
{
    internal const int MostASecond = 20;

    readonly WindowLimit<string> _requests = new(clock, MostASecond, TimeSpan.FromSeconds(1));

    /// <exception cref="ProblemException">429 when there were too many.</exception>
    internal void Count(TokenHolder holder) => _requests.Count(holder.Token, $"A token may make {MostASecond} requests a second.");
}
