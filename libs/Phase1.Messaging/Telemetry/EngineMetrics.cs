using System.Diagnostics.Metrics;

namespace Phase1.Messaging.Telemetry;

/// <summary>The engine's figures. Labels are closed sets: service, topic, outcome, reason code.</summary>
sealed class EngineMetrics : IDisposable
{
    readonly MessagingOptions _options;
    readonly TimeProvider _clock;
    readonly Meter _meter;
    readonly Counter<long> _records;
    readonly Counter<long> _published;
    readonly Counter<long> _ticks;
    readonly Counter<long> _lost;
    readonly Counter<long> _dryRuns;
    readonly Histogram<double> _delay;

    public EngineMetrics(MessagingOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        _meter = new Meter(TelemetryNames.Of(options.ServiceName));
        _records = _meter.CreateCounter<long>("phase1_records_total", description: "Records dealt with, by outcome.");
        _published = _meter.CreateCounter<long>("phase1_events_published_total", description: "Events acknowledged by the log.");
        _ticks = _meter.CreateCounter<long>("phase1_background_turns_total", description: "Ticks of background work, by result.");
        _lost = _meter.CreateCounter<long>(
            "phase1_log_records_lost_total",
            description: "Records deleted before this service had read them."
        );
        _dryRuns = _meter.CreateCounter<long>("phase1_dry_runs_total", description: "Dry runs of redrives, by what the redrive would do.");
        _delay = _meter.CreateHistogram<double>("phase1_record_delay_seconds", "s", "From recording a fact to dealing with it.");
        _meter.CreateObservableGauge("phase1_outbox_rows", () => One(OutboxRows), description: "Events not yet acknowledged by the log.");
        _meter.CreateObservableGauge("phase1_outbox_oldest_seconds", () => One(OutboxOldestSeconds), "s", "Age of the oldest of them.");
        _meter.CreateObservableGauge(
            "phase1_held_messages",
            () => One(HeldMessages),
            description: "Records that wait behind a failing one."
        );
        _meter.CreateObservableGauge(
            "phase1_log_groups_behind",
            () => One(LogGroupsBehind),
            description: "Groups that have not read what is older than the log's retention."
        );
        _meter.CreateObservableGauge("phase1_dead_letters", () => DeadLetters.Select(Letter), description: "Open dead letters.");
    }

    public long OutboxRows { get; set; }

    public double OutboxOldestSeconds { get; set; }

    public long HeldMessages { get; set; }

    public long LogGroupsBehind { get; set; }

    public IReadOnlyList<(string Topic, string ReasonCode, long Count)> DeadLetters { get; set; } = [];

    /// <summary>Counts a record; <paramref name="recordedAt"/> is null for one that could not be read.</summary>
    public void Record(string topic, string outcome, DateTimeOffset? recordedAt)
    {
        var service = new KeyValuePair<string, object?>("service", _options.ServiceName);
        var ofTopic = new KeyValuePair<string, object?>("topic", topic);
        _records.Add(1, service, ofTopic, new("outcome", outcome));
        if (recordedAt is { } then)
        {
            _delay.Record(Math.Max(0, (_clock.GetUtcNow() - then).TotalSeconds), service, ofTopic);
        }
    }

    public void Published(int count) => _published.Add(count, new KeyValuePair<string, object?>("service", _options.ServiceName));

    public void Lost(long count) => _lost.Add(count, new KeyValuePair<string, object?>("service", _options.ServiceName));

    public void Ticked(string work, string result) =>
        _ticks.Add(1, new("service", _options.ServiceName), new("work", work), new("result", result));

    public void Tried(string would) => _dryRuns.Add(1, new("service", _options.ServiceName), new("would", would));

    public void Dispose() => _meter.Dispose();

    Measurement<T> One<T>(T value)
        where T : struct => new(value, new KeyValuePair<string, object?>("service", _options.ServiceName));

    Measurement<long> Letter((string Topic, string ReasonCode, long Count) group) =>
        new(group.Count, new("service", _options.ServiceName), new("topic", group.Topic), new("reason_code", group.ReasonCode));
}
