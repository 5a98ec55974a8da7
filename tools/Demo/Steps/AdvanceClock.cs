using System.Net.Http.Json;
using Phase1.Demo.Client;
using Phase1.Servers.Suites;

namespace Phase1.Demo.Steps;

/// <summary>Moves the demo's clock. Doing it twice would not be the same as once: before each attempt the demo asks how far it has gone.</summary>
static class AdvanceClock
{
    const string Clock = "/internal/v1/demo/clock";
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // Class Management last: the deadline that passes there tells the others, which should live in the same day by then. The Portal has no deadlines.
    static readonly SuiteService[] Services =
    [
        .. SuiteServices.All.Where(s => s != SuiteService.Portal).OrderBy(s => s == SuiteService.ClassManagement),
    ];

    /// <summary>In one process the services share a clock, and the first of them moves it for all.</summary>
    internal static async Task RunAsync(SuiteClient suite, TimeSpan by, Guid chain, TimeProvider clock, CancellationToken cancellationToken)
    {
        var goal = await FurthestAsync(suite, chain, cancellationToken) + (long)by.TotalSeconds;
        foreach (var service in Services)
        {
            while (goal - await OffsetAsync(suite, service, chain, cancellationToken) is > 0 and var left)
            {
                using var body = JsonContent.Create(new { Seconds = left }, options: Wire.Json);
                if (!await suite.TryPostAsync(service, $"{Clock}/advance", body, chain, cancellationToken))
                {
                    await Task.Delay(Pause, clock, cancellationToken);
                }
            }
        }
    }

    static async Task<long> FurthestAsync(SuiteClient suite, Guid chain, CancellationToken cancellationToken)
    {
        var furthest = 0L;
        foreach (var service in Services)
        {
            furthest = Math.Max(furthest, await OffsetAsync(suite, service, chain, cancellationToken));
        }
        return furthest;
    }

    static async Task<long> OffsetAsync(SuiteClient suite, SuiteService service, Guid chain, CancellationToken cancellationToken) =>
        (await suite.GetAsync<DemoClock>(service, Clock, chain, cancellationToken)).OffsetSeconds;
}
