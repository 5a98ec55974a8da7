using System.Net;
using System.Text.Json;

namespace Phase1.Demo.Client;

/// <summary>Asks again while the suite is away.</summary>
sealed class Patience(TimeProvider clock)
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    internal async Task<T> UntilAnsweredAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return await attempt(cancellationToken);
            }
            catch (Exception away) when (IsAway(away, cancellationToken))
            {
                if (clock.GetElapsedTime(began) > Longest)
                {
                    throw new DemoException($"The suite has not answered for {Longest.TotalMinutes:0} minutes: {away.Message}");
                }
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }

    /// <summary>Killed before, during or after the answer, or not ready yet.</summary>
    internal static bool IsAway(Exception error, CancellationToken cancellationToken) =>
        error is HttpRequestException or SuiteAwayException or IOException or JsonException
        || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    internal static bool MeansAway(HttpStatusCode status) =>
        status
            is HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.BadGateway
                or HttpStatusCode.GatewayTimeout
                or HttpStatusCode.TooManyRequests;
}

/// <summary>A service answers that it, or one that it needs, is not available.</summary>
sealed class SuiteAwayException(HttpStatusCode status) : Exception($"The suite answers {(int)status}.");
