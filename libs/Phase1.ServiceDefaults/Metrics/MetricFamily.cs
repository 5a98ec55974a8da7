using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Phase1.ServiceDefaults;

/// <summary>All series of one metric name. Instruments of one name share a family: several hosts in a process create the same ones.</summary>
sealed class MetricFamily
{
    // Labels are closed sets, so this is never reached; if somebody breaks that rule, memory stays bounded.
    const int MaxSeries = 2_000;

    readonly ConcurrentDictionary<string, MetricSeries> _series = new(StringComparer.Ordinal);
    readonly MetricKind _kind;
    readonly double[] _bounds;

    internal MetricFamily(Instrument instrument)
    {
        Name = instrument.Name;
        Help = instrument.Description;
        _kind = KindOf(instrument);
        _bounds = _kind == MetricKind.Histogram ? BoundsOf(instrument) : [];
    }

    internal string Name { get; }
    internal string? Help { get; }
    internal string Type =>
        _kind == MetricKind.Histogram ? "histogram"
        : _kind is MetricKind.Sum or MetricKind.ObservedSum ? "counter"
        : "gauge";
    internal ReadOnlySpan<double> Bounds => _bounds;
    internal IEnumerable<KeyValuePair<string, MetricSeries>> Series => _series.OrderBy(s => s.Key, StringComparer.Ordinal);

    internal void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (MetricLabels.Find(_series, tags) is not { } one)
        {
            if (_series.Count >= MaxSeries)
            {
                return;
            }
            one = _series.GetOrAdd(MetricLabels.Render(tags), _ => new MetricSeries(_kind, _bounds));
        }
        one.Record(value);
    }

    /// <summary>Forgets what was observed at the last scrape: a series that is no longer reported is no longer there.</summary>
    internal void ForgetObserved()
    {
        if (_kind is MetricKind.ObservedValue or MetricKind.ObservedSum)
        {
            _series.Clear();
        }
    }

    static MetricKind KindOf(Instrument instrument)
    {
        var type = instrument.GetType().GetGenericTypeDefinition();
        return type == typeof(Counter<>) ? MetricKind.Sum
            : type == typeof(Histogram<>) ? MetricKind.Histogram
            : type == typeof(UpDownCounter<>) ? MetricKind.Level
            : type == typeof(ObservableCounter<>) ? MetricKind.ObservedSum
            : instrument.IsObservable ? MetricKind.ObservedValue
            : MetricKind.Value;
    }

    static double[] BoundsOf(Instrument instrument) =>
        instrument switch
        {
            Instrument<double> { Advice.HistogramBucketBoundaries: { } d } => [.. d],
            Instrument<long> { Advice.HistogramBucketBoundaries: { } l } => [.. l.Select(b => (double)b)],
            Instrument<int> { Advice.HistogramBucketBoundaries: { } i } => [.. i.Select(b => (double)b)],
            _ => Phase1Metrics.RequestBounds,
        };
}
