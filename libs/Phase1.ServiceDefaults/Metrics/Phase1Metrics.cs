using System.Diagnostics.Metrics;

namespace Phase1.ServiceDefaults;

/// <summary>The meter of everything that Phase1 counts. Labels are closed sets: never an id, a name or an address.</summary>
public static class Phase1Metrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Phase1";

    /// <summary>The meter, one for the process; /metrics prints its instruments under their own names.</summary>
    public static Meter Meter { get; } = new(MeterName);

    /// <summary>Creates a histogram of seconds.</summary>
    /// <param name="name">The metric's name, ending in <c>_seconds</c>.</param>
    /// <param name="description">What it measures.</param>
    /// <param name="bounds">Upper bounds of the buckets in seconds; none for those of a request, 5 ms to 10 s.</param>
    public static Histogram<double> SecondsHistogram(string name, string description, params double[] bounds) =>
        Meter.CreateHistogram(
            name,
            "s",
            description,
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds.Length > 0 ? bounds : RequestBounds }
        );

    /// <summary>Buckets for what a person waits for.</summary>
    internal static double[] RequestBounds { get; } = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
}
