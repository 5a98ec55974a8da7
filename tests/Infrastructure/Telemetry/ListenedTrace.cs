using System.Collections.Concurrent;
using System.Diagnostics;
using Phase1.Messaging;

namespace Phase1.Tests.Infrastructure.Telemetry;

/// <summary>A trace that began outside, and the spans of this process that belong to it or link to it, while it is listened to.</summary>
public sealed class ListenedTrace : IDisposable
{
    public const string State = "school=blue,teacher=chalk";

    readonly ConcurrentQueue<Activity> _spans = [];
    readonly ActivityListener _listener;

    public ListenedTrace()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Phase1.", StringComparison.Ordinal) || source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ActivityTraceId Id { get; } = ActivityTraceId.CreateRandom();

    /// <summary>The span outside in which everything begins.</summary>
    public ActivitySpanId Origin { get; } = ActivitySpanId.CreateRandom();

    /// <summary>The place that the outside sends along.</summary>
    public TraceContext Place => TraceContext.Read($"00-{Id}-{Origin}-01", State)!.Value;

    /// <summary>The spans that have ended, in the order of their ends.</summary>
    public IReadOnlyList<Activity> Spans => _spans.ToArray();

    /// <summary>The spans of records of one topic.</summary>
    public IReadOnlyList<Activity> Processing(string topic) => [.. _spans.Where(span => span.DisplayName == $"process {topic}")];

    /// <summary>The spans from the one that ends the way up to the one that the outside caused.</summary>
    public IReadOnlyList<Activity> WayTo(Activity end)
    {
        var byId = _spans.ToDictionary(span => span.SpanId);
        var way = new List<Activity>();
        for (var span = end; span is not null; span = byId.GetValueOrDefault(span.ParentSpanId))
        {
            way.Insert(0, span);
        }
        return way;
    }

    public void Dispose() => _listener.Dispose();

    void Note(Activity span)
    {
        if (span.TraceId == Id || span.Links.Any(link => link.Context.TraceId == Id))
        {
            _spans.Enqueue(span);
        }
    }
}
