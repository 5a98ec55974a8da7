using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Phase1.ServiceDefaults;

/// <summary>
/// Keeps the numbers of a meter's instruments for Prometheus. Written here since the exporter package of OpenTelemetry is not to be had where
/// we build; it needs nothing but the runtime's own listener.
/// </summary>
sealed class MetricCollector : IDisposable
{
    readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    readonly MeterListener _listener = new();
    readonly Lock _scrape = new();

    internal MetricCollector(string meterName)
    {
        _listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == meterName)
            {
                l.EnableMeasurementEvents(instrument, _families.GetOrAdd(instrument.Name, _ => new MetricFamily(instrument)));
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<float>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<short>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<byte>((_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<decimal>((_, value, tags, family) => ((MetricFamily)family!).Record((double)value, tags));
        _listener.Start();
    }

    /// <summary>One for the process, as the meter is; started with the first host.</summary>
    internal static MetricCollector Shared { get; } = new(Phase1Metrics.MeterName);

    /// <summary>All metrics in Prometheus' text format.</summary>
    internal string Scrape()
    {
        lock (_scrape)
        {
            foreach (var family in _families.Values)
            {
                family.ForgetObserved();
            }
            try
            {
                _listener.RecordObservableInstruments();
            }
            catch (AggregateException)
            {
                // A gauge that cannot be read now is missing from this scrape; the others are there.
            }
            return PrometheusText.Of(_families.Values.OrderBy(f => f.Name, StringComparer.Ordinal));
        }
    }

    public void Dispose() => _listener.Dispose();
}
