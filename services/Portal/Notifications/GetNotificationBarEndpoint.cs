using Phase1.Events;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Notifications;

/// <summary>What every page of a teacher says of notifications: how many are unread, and the urgent ones themselves.</summary>
static class GetNotificationBarEndpoint
{
    const int MostUrgent = 3;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/notifications/bar", HandleAsync).ForTeacher().AsksByItself();

    static async Task<IResult> HandleAsync(NotificationsClient notifications, CancellationToken cancellationToken)
    {
        var count = await notifications.CountAsync(cancellationToken);
        var unread = count.Unread == 0 ? [] : (await notifications.ListAsync(null, onlyUnread: true, cancellationToken)).Items;
        var urgent = unread.Where(one => one.Priority is NotificationPriority.Critical or NotificationPriority.Immediate);
        return Pages.Show<NotificationBar>(new NotificationBarView(count, [.. NotificationLine.Fold(urgent).Take(MostUrgent)]));
    }
}

/// <summary>What the bar shows.</summary>
/// <param name="Count">Of the unread ones.</param>
/// <param name="Urgent">The newest urgent ones among these.</param>
public sealed record NotificationBarView(UnreadDocument Count, IReadOnlyList<NotificationLine> Urgent);
