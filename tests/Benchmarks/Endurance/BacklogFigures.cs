using System.Globalization;
using System.Text.Json;

namespace Phase1.Benchmarks.Endurance;

/// <summary>What was measured while the log was unavailable, and afterwards.</summary>
/// <param name="Rows">Events that were recorded meanwhile.</param>
/// <param name="Away">How long it was away.</param>
/// <param name="Readiness">What /readyz said at the end of it.</param>
/// <param name="MemoryGrowth">How many more bytes the service had at its height, until all had left.</param>
/// <param name="Usual">Events that leave in a second usually.</param>
/// <param name="Drained">Events that left in a second afterwards.</param>
/// <param name="Resumed">From the return of the log to the first event that left.</param>
sealed record BacklogFigures(
    int Rows,
    TimeSpan Away,
    OutboxReadiness Readiness,
    long MemoryGrowth,
    double Usual,
    double Drained,
    TimeSpan Resumed
)
{
    const double LowestShare = 0.5;
    const long MostMemory = 256L << 20;

    // The alert's limit: beyond it the service says that it is degraded.
    static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(60);

    /// <summary>What is not as it must be, one sentence each.</summary>
    public IEnumerable<string> Faults
    {
        get
        {
            if (Readiness.OldestSeconds is not { } age || Math.Abs(age - Away.TotalSeconds) > 2 + Away.TotalSeconds / 10)
            {
                yield return $"/readyz does not say how old the oldest event is: {Readiness}.";
            }
            if (Away > Tolerated && Readiness.Status == "ready")
            {
                yield return "/readyz says that all is well.";
            }
            if (MemoryGrowth > MostMemory)
            {
                yield return $"The memory grew by {MemoryGrowth >> 20} MB.";
            }
            if (Drained < LowestShare * Usual)
            {
                yield return $"The events left at {Drained / Usual:P0} of the usual rate.";
            }
        }
    }

    public string ToJson() =>
        JsonSerializer.Serialize(
            new
            {
                rows = Rows,
                away_s = Away.TotalSeconds,
                readyz_status = Readiness.Status,
                readyz_oldest_s = Readiness.OldestSeconds,
                memory_growth_mb = MemoryGrowth >> 20,
                usual_events_per_s = Math.Round(Usual),
                drained_events_per_s = Math.Round(Drained),
                drained_to_usual = Math.Round(Drained / Usual, 2),
                resumed_after_s = Math.Round(Resumed.TotalSeconds, 1),
                faults = Faults,
            }
        );

    public string ToText() =>
        string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {Rows:N0} events recorded while the log was away for {Away.TotalSeconds:N0} s
                /readyz            {Readiness.Status}, the oldest has waited {Readiness.OldestSeconds} s
                memory             {MemoryGrowth >> 20:N0} MB more at its height
                leaving again      {Resumed.TotalSeconds:N1} s after the log's return
                events a second    {Drained:N0}, usually {Usual:N0} ({Drained / Usual:P0})
                {string.Join('\n', Faults)}
                """
            )
            .TrimEnd();
}
