using System.Net.Http.Json;
using Phase1.Demo.Client;

namespace Phase1.Demo.Steps;

/// <summary>Moves the demo's clock. Doing it twice would not be the same as once: before each attempt the demo asks how far it has gone.</summary>
static class AdvanceClock
{
    const string Clock = "/internal/v1/demo/clock";
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    internal static async Task RunAsync(SuiteClient suite, TimeSpan by, Guid chain, TimeProvider clock, CancellationToken cancellationToken)
    {
        var goal = await OffsetAsync(suite, chain, cancellationToken) + (long)by.TotalSeconds;
        while (goal - await OffsetAsync(suite, chain, cancellationToken) is > 0 and var left)
        {
            using var body = JsonContent.Create(new { Seconds = left }, options: Wire.Json);
            if (!await suite.TryPostAsync(SuiteService.ClassManagement, $"{Clock}/advance", body, chain, cancellationToken))
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }

    static async Task<long> OffsetAsync(SuiteClient suite, Guid chain, CancellationToken cancellationToken) =>
        (await suite.GetAsync<DemoClock>(SuiteService.ClassManagement, Clock, chain, cancellationToken)).OffsetSeconds;
}
