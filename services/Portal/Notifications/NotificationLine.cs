using System.Text.Json;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Notifications;

/// <summary>A notification as it is shown: several of one batch and type that follow one another are one line.</summary>
/// <param name="All">The newest first.</param>
public sealed record NotificationLine(IReadOnlyList<NotificationDocument> All)
{
    internal NotificationDocument Newest => All[0];

    internal bool IsUnread => All.Any(notification => notification.ReadAt is null);

    /// <summary>A count of the payload, summed over all that the line folds.</summary>
    internal int Sum(string name) =>
        All.Sum(notification =>
            Find(notification, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var n) ? n : 0
        );

    /// <summary>A code of the newest one's payload; empty where it holds none.</summary>
    internal string Code(string name) => Find(Newest, name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";

    internal static IReadOnlyList<NotificationLine> Fold(IEnumerable<NotificationDocument> newestFirst)
    {
        var lines = new List<List<NotificationDocument>>();
        foreach (var notification in newestFirst)
        {
            if (lines is [.., var last] && IsOfOneLine(last[0], notification))
            {
                last.Add(notification);
            }
            else
            {
                lines.Add([notification]);
            }
        }
        return [.. lines.Select(line => new NotificationLine(line))];
    }

    static bool IsOfOneLine(NotificationDocument one, NotificationDocument other) =>
        (one.Type, one.BatchId, one.ClassId) == (other.Type, other.BatchId, other.ClassId)
        && one.ReadAt is null == other.ReadAt is null
        // Of a deadline the latest word is one of its own.
        && one.Deadline is null;

    // A producer outside the suite may send any payload.
    static JsonElement? Find(NotificationDocument notification, string name) =>
        notification.Payload.ValueKind == JsonValueKind.Object && notification.Payload.TryGetProperty(name, out var value) ? value : null;
}
