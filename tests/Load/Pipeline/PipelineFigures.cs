using System.Globalization;
using System.Text;
using System.Text.Json;
using Phase1.Demo.Client;

namespace Phase1.Load.Pipeline;

/// <summary>What the pipeline benchmark has measured.</summary>
/// <param name="BatchesPerS">Batches that became ready in a second.</param>
/// <param name="EssaysPerS">Their essays.</param>
/// <param name="BatchP50Ms">From registration to ready, median.</param>
/// <param name="BatchP99Ms">From registration to ready, 99th percentile.</param>
/// <param name="Hops">The parts of the way.</param>
/// <param name="CpuMsABatch">Processor time that each process used for a batch: what bounds the throughput where the processors are busy.</param>
/// <param name="Transport">The log: postgres or kafka.</param>
/// <param name="Batches">How many batches were measured.</param>
/// <param name="InFlight">How many were under way at once.</param>
sealed record PipelineFigures(
    double BatchesPerS,
    double EssaysPerS,
    double BatchP50Ms,
    double BatchP99Ms,
    IReadOnlyDictionary<string, Percentiles> Hops,
    IReadOnlyDictionary<string, double> CpuMsABatch,
    string Transport,
    int Batches,
    int InFlight
)
{
    internal string ToJson() => JsonSerializer.Serialize(this, Wire.Json);

    internal string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{BatchesPerS:0.0} batches/s ({EssaysPerS:0} essays/s) on {Transport}: {Batches} batches, {InFlight} at once; {BatchP50Ms:0} ms p50, {BatchP99Ms:0} ms p99"
        );
        foreach (var (name, hop) in Hops)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {name, -18} {hop.P50Ms, 8:0.0} ms p50 {hop.P99Ms, 8:0.0} ms p99");
        }
        text.Append("  processor time a batch:");
        foreach (var (name, milliseconds) in CpuMsABatch)
        {
            text.Append(CultureInfo.InvariantCulture, $" {name} {milliseconds:0.0} ms");
        }
        return text.ToString();
    }
}

/// <summary>Of a number of durations.</summary>
sealed record Percentiles(double P50Ms, double P99Ms)
{
    internal static Percentiles Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return new(At(0.5), At(0.99));

        double At(double share) => Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))], 1);
    }
}
