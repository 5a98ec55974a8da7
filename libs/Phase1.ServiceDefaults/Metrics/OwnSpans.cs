using System.Diagnostics;
using OpenTelemetry;
using Phase1.Messaging.Telemetry;

namespace Phase1.ServiceDefaults;

/// <summary>
/// Of all spans of the process, exports those of one service: what began with a request to its host, a record that it handled, or work of its own.
/// Five services in one process would else each export all of them. Statements outside any such work, as the relay's looks at an empty outbox,
/// belong to nobody.
/// </summary>
sealed class OwnSpans : CompositeProcessor<Activity>
{
    /// <summary>The tag that says whose host received a request.</summary>
    internal const string ServiceTag = "service";

    readonly string _service;

    internal OwnSpans(string service, BaseProcessor<Activity> next)
        : base([next]) => _service = service;

    internal static OwnSpans To(string service, BaseExporter<Activity> exporter) =>
        new(service, new BatchActivityExportProcessor(exporter));

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        var root = data;
        while (root.Parent is { } parent)
        {
            root = parent;
        }
        if (root.Source.Name == TelemetryNames.Of(_service) || root.GetTagItem(ServiceTag) is string host && host == _service)
        {
            base.OnEnd(data);
        }
    }
}
