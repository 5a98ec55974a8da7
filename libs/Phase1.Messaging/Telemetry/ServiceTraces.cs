using System.Diagnostics;

namespace Phase1.Messaging.Telemetry;

/// <summary>
/// The spans of one service: one for each record that it handles, named as OpenTelemetry's conventions for messaging say, and those of work that a
/// stored cause has led to. No span is made, and nothing is allocated, while nobody listens. They name ids, never content.
/// </summary>
/// <param name="service">The service's name on the wire.</param>
/// <param name="logSystem">What stores the log: <c>messaging.system</c>.</param>
public sealed class ServiceTraces(string service, string logSystem) : IDisposable
{
    readonly ActivitySource _source = new(TelemetryNames.Of(service));

    /// <summary>
    /// Begins a span of background work, or of a request, that goes on with a stored cause. It is of the cause's trace; a span of another trace
    /// that is current (the request that triggers the work) is linked.
    /// </summary>
    /// <param name="name">What is done, as in "match essays": one of few names.</param>
    /// <param name="cause">The stored cause.</param>
    /// <returns>The span, to be disposed of when the work is done; null when nobody listens.</returns>
    public Activity? Continue(string name, EventCause cause)
    {
        if (!_source.HasListeners())
        {
            return null;
        }
        var parent = cause.Trace?.ToActivityContext() ?? default;
        ActivityLink[]? links =
            Activity.Current is { } trigger && parent != default && trigger.TraceId != parent.TraceId ? [new(trigger.Context)] : null;
        return _source
            .StartActivity(name, ActivityKind.Internal, parent, tags: null, links)
            ?.SetTag("messaging.message.conversation_id", cause.CorrelationId.ToString());
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    /// <summary>
    /// Begins the span of a record's handling. Its parent is where the record was recorded; a dead letter that was redriven, long after, begins a
    /// trace of its own that links there.
    /// </summary>
    internal Activity? Process(string topic, int partition, Guid eventId, EventCause cause, bool isRedriven)
    {
        if (!_source.HasListeners())
        {
            return null;
        }
        var origin = cause.Trace?.ToActivityContext() ?? default;
        var span = _source.StartActivity(
            $"process {topic}",
            ActivityKind.Consumer,
            isRedriven ? default : origin,
            tags: null,
            isRedriven && origin != default ? [new(origin)] : null
        );
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("messaging.system", logSystem)
                .SetTag("messaging.operation.name", "process")
                .SetTag("messaging.operation.type", "process")
                .SetTag("messaging.destination.name", topic)
                .SetTag("messaging.destination.partition.id", partition.ToString())
                .SetTag("messaging.consumer.group.name", service)
                .SetTag("messaging.message.id", eventId.ToString())
                .SetTag("messaging.message.conversation_id", cause.CorrelationId.ToString());
        }
        return span;
    }

    /// <summary>Says that the record was not handled. The exception stays out: its text may quote the record.</summary>
    internal static void Fail(Activity? span, string reasonCode) =>
        span?.SetStatus(ActivityStatusCode.Error, reasonCode).SetTag("error.type", reasonCode);
}
