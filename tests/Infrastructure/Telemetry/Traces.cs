using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Phase1.Tests.Infrastructure.Telemetry;

/// <summary>Everything that this process tells of itself by traces and measurements while it listens, whoever tells it.</summary>
public sealed class Traces : IDisposable
{
    readonly ConcurrentQueue<string> _told = [];
    readonly ActivityListener _activities;
    readonly MeterListener _meters = new();

    public Traces()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.Start();
    }

    /// <summary>What has been told by now; more may come meanwhile.</summary>
    public string[] Told => _told.ToArray();

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _told.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}");

    void Note(Activity activity)
    {
        var events = activity.Events.Select(one => $"{one.Name} {string.Join(' ', one.Tags)}");
        _told.Enqueue(
            $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)} {string.Join(' ', events)}"
        );
    }
}
