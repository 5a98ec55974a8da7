using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Phase1.Demo.Client;

namespace Phase1.Load.Portal;

/// <summary>What the Portal's benchmark has measured. Durations are of requests over loopback, several at once; bytes are compressed.</summary>
/// <param name="FirstPageMsP50">The overview, median.</param>
/// <param name="FirstPageMsP95">The overview, 95th percentile.</param>
/// <param name="BatchPageMsP95">The page of a batch of 200.</param>
/// <param name="BoardMsP95">Its review board.</param>
/// <param name="BoardBytes">The board with all that it loads.</param>
/// <param name="FirstVisitBytes">The overview with all that it loads.</param>
/// <param name="ScriptBytes">All scripts.</param>
/// <param name="UploadFilesPerSPortal">Files of 100 kB, four at once, through the Portal.</param>
/// <param name="UploadFilesPerSDirect">The same, straight to File Intake.</param>
/// <param name="UploadRatio">How many times as long the way through the Portal takes.</param>
/// <param name="DecisionMsP95">A decision of the board, from the request to its answer.</param>
/// <param name="PulseMsP95">From a decision's answer until another page has heard of it.</param>
/// <param name="StreamsMb">What 500 open streams add to the Portal's memory.</param>
sealed record PortalFigures(
    double FirstPageMsP50,
    double FirstPageMsP95,
    double BatchPageMsP95,
    [property: JsonPropertyName("board_200_ms_p95")] double BoardMsP95,
    [property: JsonPropertyName("board_200_bytes")] long BoardBytes,
    long FirstVisitBytes,
    long ScriptBytes,
    double UploadFilesPerSPortal,
    double UploadFilesPerSDirect,
    double UploadRatio,
    double DecisionMsP95,
    double PulseMsP95,
    [property: JsonPropertyName("streams_500_mb")] double StreamsMb
)
{
    internal string ToJson() => JsonSerializer.Serialize(this, Wire.Json);

    internal string ToText() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            overview {FirstPageMsP50:0.0} ms p50, {FirstPageMsP95:0.0} ms p95; a batch {BatchPageMsP95:0.0} ms p95; the board of 200 essays {BoardMsP95:0.0} ms p95
              transferred      {FirstVisitBytes / 1000.0:0.0} kB at the first visit, {BoardBytes
                / 1000.0:0.0} kB for the board, {ScriptBytes / 1000.0:0.0} kB of it scripts
              upload           {UploadFilesPerSPortal:0} files/s through the Portal, {UploadFilesPerSDirect:0} straight to File Intake: {UploadRatio:0.00} times as long
              a decision       {DecisionMsP95:0.0} ms p95; another page hears of it {PulseMsP95:0.0} ms later
              500 streams      {StreamsMb:0} MB
            """
        );
}

/// <summary>Of durations.</summary>
static class Share
{
    /// <summary>What so large a share of them does not exceed.</summary>
    internal static double Of(IEnumerable<double> milliseconds, double share)
    {
        var sorted = milliseconds.Order().ToArray();
        return Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))], 1);
    }
}
