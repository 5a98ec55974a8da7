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
/// <param name="CpuMsABatch">Processor time that the processes of each service and each server used for a batch: what bounds the throughput where the processors are busy.</param>
/// <param name="StatementsABatch">Statements that ran in each database for a batch, without those that begin and end transactions.</param>
/// <param name="CommitsABatch">Transactions that committed in each database for a batch; a statement outside a transaction is one.</param>
/// <param name="RequestsABatch">HTTP requests that each service answered for a batch.</param>
/// <param name="LoneBatchMs">From the last upload to ready, median of batches that are alone on an idle suite.</param>
/// <param name="ReadyS">From the beginning until all processes are ready, in seconds: PostgreSQL is started and the databases are made, a broker is there.</param>
/// <param name="FirstBatchS">From then until the first batch of 30 is ready: its class is entered, and nothing has been compiled or asked for yet.</param>
/// <param name="Statements">The most frequent statements of each database.</param>
/// <param name="Transport">The log: postgres or kafka.</param>
/// <param name="Instances">Processes of each service.</param>
/// <param name="Batches">How many batches were measured.</param>
/// <param name="InFlight">How many were under way at once.</param>
sealed record PipelineFigures(
    double BatchesPerS,
    double EssaysPerS,
    double BatchP50Ms,
    double BatchP99Ms,
    IReadOnlyDictionary<string, Percentiles> Hops,
    IReadOnlyDictionary<string, double> CpuMsABatch,
    IReadOnlyDictionary<string, double> StatementsABatch,
    IReadOnlyDictionary<string, double> CommitsABatch,
    IReadOnlyDictionary<string, double> RequestsABatch,
    double LoneBatchMs,
    double ReadyS,
    double FirstBatchS,
    IReadOnlyList<StatementFigures> Statements,
    string Transport,
    int Instances,
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
            $"{BatchesPerS:0.0} batches/s ({EssaysPerS:0} essays/s) on {Transport}, {Instances} processes a service: {Batches} batches, {InFlight} at once; {BatchP50Ms:0} ms p50, {BatchP99Ms:0} ms p99"
        );
        foreach (var (name, hop) in Hops)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {name, -18} {hop.P50Ms, 8:0.0} ms p50 {hop.P99Ms, 8:0.0} ms p99");
        }
        text.AppendLine(CultureInfo.InvariantCulture, $"  a batch alone      {LoneBatchMs, 8:0.0} ms p50 from the last upload to ready");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"  all processes ready after {ReadyS:0.0} s, the first batch {FirstBatchS:0.0} s later"
        );
        Append("processor time (ms)", CpuMsABatch);
        Append("statements", StatementsABatch);
        Append("commits", CommitsABatch);
        Append("requests", RequestsABatch);
        return text.ToString().TrimEnd();

        void Append(string what, IReadOnlyDictionary<string, double> figures) =>
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {what} a batch: {string.Join(", ", figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key} {f.Value:0.0}")))}"
            );
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
