using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Phase1.Messaging.Telemetry;

namespace Phase1.ServiceDefaults;

/// <summary>The meters of what services count. Labels are closed sets: never an id, a name or an address.</summary>
public static class Phase1Metrics
{
    static readonly ConcurrentDictionary<string, Meter> Meters = new(StringComparer.Ordinal);

    /// <summary>A service's meter, one for the process; its host's /metrics prints its instruments under their own names.</summary>
    /// <param name="service">The service's name on the wire.</param>
    public static Meter MeterOf(string service) => Meters.GetOrAdd(service, static name => new Meter(TelemetryNames.Of(name)));

    /// <summary>Creates a histogram of seconds.</summary>
    /// <param name="meter">The service's meter.</param>
    /// <param name="name">The metric's name, ending in <c>_seconds</c>.</param>
    /// <param name="description">What it measures.</param>
    /// <param name="bounds">Upper bounds of the buckets in seconds; none for those of a request, 5 ms to 10 s.</param>
    public static Histogram<double> CreateSecondsHistogram(this Meter meter, string name, string description, params double[] bounds) =>
        meter.CreateHistogram(
            name,
            "s",
            description,
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds.Length > 0 ? bounds : RequestBounds }
        );

    /// <summary>Buckets for what a person waits for.</summary>
    internal static double[] RequestBounds { get; } = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
}
