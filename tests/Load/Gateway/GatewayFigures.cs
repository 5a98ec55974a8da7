using System.Globalization;
using System.Text.Json;
using Phase1.Demo.Client;

namespace Phase1.Load.Gateway;

/// <summary>What the gateway's benchmark has measured. Durations in milliseconds; added is what stands between the caller and the provider.</summary>
/// <param name="Cores">Of this machine, shared by provider, database, gateways and load.</param>
/// <param name="FloorMsP50">Added by a bare Kestrel and HttpClient that send on.</param>
/// <param name="CommitMsP50">A committed transaction over three rows (C).</param>
/// <param name="SinglePerS">Reservations a second on one row, a transaction for each, 64 at once.</param>
/// <param name="UntrackedMsP50">Added without meters and ledger, one after the other.</param>
/// <param name="FourMetersMsP50">Added with four meters, ledger and outbox, one after the other.</param>
/// <param name="FourMetersGoalMs">Floor + 2 C + 0.5.</param>
/// <param name="SixteenMsP99">Added, 16 at once, a provider of 20 ms.</param>
/// <param name="CallsPerS">64 at once, on one hot row.</param>
/// <param name="CallsPerSPerCore">The same for each core.</param>
/// <param name="GuardPerS">Admissions and settlements a second in that run.</param>
/// <param name="GuardBySingle">How many times as many as with a transaction for each.</param>
/// <param name="TwoByOne">Calls a second of two gateways by those of one.</param>
/// <param name="GuardMsP95">A transaction of the guard, 50 at once.</param>
/// <param name="RouteMsP95">A decision over HTTP.</param>
/// <param name="RouteMsP99">A decision over HTTP.</param>
/// <param name="QuotaMsP95">The meters of a workspace.</param>
/// <param name="HealthMsP95">The gateway's health.</param>
/// <param name="Bounded">Calls on a limit that covers some of them.</param>
sealed record GatewayFigures(
    int Cores,
    double FloorMsP50,
    double CommitMsP50,
    double SinglePerS,
    double UntrackedMsP50,
    double FourMetersMsP50,
    double FourMetersGoalMs,
    double SixteenMsP99,
    double CallsPerS,
    double CallsPerSPerCore,
    double GuardPerS,
    double GuardBySingle,
    double TwoByOne,
    double GuardMsP95,
    double RouteMsP95,
    double RouteMsP99,
    double QuotaMsP95,
    double HealthMsP95,
    BoundedRun Bounded
)
{
    internal string ToJson() => JsonSerializer.Serialize(this, Wire.Json);

    internal string ToText() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            added, one after the other   {UntrackedMsP50:0.00} ms p50 without meters and ledger (floor {FloorMsP50:0.00}), {FourMetersMsP50:0.00} with four meters and ledger (goal {FourMetersGoalMs:0.00})
              added, 16 at once          {SixteenMsP99:0.00} ms p99 to a provider of 20 ms
              calls a second             {CallsPerS:0}, 64 at once on one hot row ({CallsPerSPerCore:0} a core of {Cores}); two gateways {TwoByOne:0.00} times as many
              the guard                  {GuardPerS:0} admissions and settlements a second, {GuardBySingle:0.0} times a transaction for each ({SinglePerS:0}); {GuardMsP95:0.0} ms p95 with 50 at once
              answers                    /route {RouteMsP95:0.0} ms p95, {RouteMsP99:0.0} p99; quota {QuotaMsP95:0.0} ms p95; health {HealthMsP95:0.0} ms p95
              on a limit, two gateways   {Bounded.Answered} of {Bounded.Calls} calls answered; overspend {Bounded.Overspend}; ledger {Bounded.Booked}, provider {Bounded.Heard}{(
                Bounded.IsExact ? "" : "  NOT EXACT"
            )}
            """
        );
}

/// <summary>Calls on a limit, over two gateways.</summary>
/// <param name="Calls">Made.</param>
/// <param name="Answered">Of them.</param>
/// <param name="Heard">By the provider.</param>
/// <param name="Booked">Rows of the ledger.</param>
/// <param name="Limit">In tokens.</param>
/// <param name="Spent">By the meter.</param>
/// <param name="Sum">By the ledger.</param>
/// <param name="Reserved">Still held afterwards.</param>
sealed record BoundedRun(long Calls, long Answered, long Heard, long Booked, decimal Limit, decimal Spent, decimal Sum, decimal Reserved)
{
    public decimal Overspend => Math.Max(0, Spent - Limit);

    /// <summary>Nothing beyond the limit, and meter, ledger and provider agree.</summary>
    public bool IsExact => Overspend == 0 && Answered == Heard && Booked == Heard && Sum == Spent && Reserved == 0;
}

/// <summary>Of durations in milliseconds.</summary>
static class Quantile
{
    internal static double Of(IReadOnlyCollection<double> milliseconds, double share)
    {
        var sorted = milliseconds.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }
}
