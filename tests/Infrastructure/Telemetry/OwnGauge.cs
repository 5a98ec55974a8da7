using System.Diagnostics.Metrics;

namespace Phase1.Tests.Infrastructure.Telemetry;

/// <summary>
/// What the flow of control that made it records on a gauge, and nothing that is recorded elsewhere: all hosts of a process share their
/// instruments.
/// </summary>
public sealed class OwnGauge : IDisposable
{
    readonly AsyncLocal<bool> _isOwn = new() { Value = true };
    readonly MeterListener _listener = new();
    readonly Dictionary<string, long> _latest = [];

    public OwnGauge(string name)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Note(value, tags));
        _listener.Start();
    }

    /// <summary>The latest value by the label's value; the gauge has one label.</summary>
    public IReadOnlyDictionary<string, long> Latest => _latest;

    public void Dispose() => _listener.Dispose();

    void Note(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_isOwn.Value)
        {
            _latest[$"{tags[0].Value}"] = value;
        }
    }
}
