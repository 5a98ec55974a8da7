using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using System.Reflection;
using Phase1.Events;

namespace Phase1.ClassManagement.Notifications;

static class NotificationMetrics
{
    // An outside producer may send any type: a label is a closed set.
    const string OtherType = "other";

    static readonly Counter<long> Notifications = ClassManagementService.Meter.CreateCounter<long>(
        "phase1_notifications_total",
        description: "Notifications stored, by type"
    );

    static readonly FrozenSet<string> Types = typeof(NotificationType)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(type => (string)type.GetRawConstantValue()!)
        .Concat(Enum.GetValues<DenialReason>().Select(NotificationType.PipelineDenied))
        .ToFrozenSet(StringComparer.Ordinal);

    internal static void Stored(string type) =>
        Notifications.Add(1, new KeyValuePair<string, object?>("type", Types.Contains(type) ? type : OtherType));
}
