using Phase1.Demo.Client;

namespace Phase1.Demo.Crash;

/// <summary>Whether every service of the suite is ready.</summary>
sealed class SuiteDoor(int basePort, TimeProvider clock) : IDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };

    internal async Task OpenAsync(CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        foreach (var service in Enum.GetValues<SuiteService>())
        {
            while (!await IsReadyAsync(service, cancellationToken))
            {
                if (clock.GetElapsedTime(began) > Longest)
                {
                    throw new DemoException($"{service} has not become ready again for {Longest.TotalMinutes:0} minutes.");
                }
                await Task.Delay(Interval, clock, cancellationToken);
            }
        }
    }

    public void Dispose() => http.Dispose();

    async Task<bool> IsReadyAsync(SuiteService service, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(new Uri($"http://127.0.0.1:{basePort + (int)service}/readyz"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (Patience.IsAway(error, cancellationToken))
        {
            return false;
        }
    }
}
