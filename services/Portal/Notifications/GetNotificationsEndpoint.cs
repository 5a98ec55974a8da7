using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Overview;

namespace Phase1.Portal.Notifications;

/// <summary>What the teacher has been told, the newest first: as a page, and as the part of it that changes.</summary>
static class GetNotificationsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/notifications", HandlePageAsync).ForTeacher();
        routes.MapGet("/notifications/list", HandlePartAsync).ForTeacher().AsksByItself();
    }

    static async Task<IResult> HandlePageAsync(
        string? cursor,
        NotificationsClient notifications,
        BatchesClient batches,
        ClassesClient classes,
        Away away,
        CancellationToken cancellationToken
    ) => Pages.Show<NotificationsPage>(await NotificationsView.OfAsync(cursor, notifications, batches, classes, away, cancellationToken));

    static async Task<IResult> HandlePartAsync(
        string? cursor,
        NotificationsClient notifications,
        BatchesClient batches,
        ClassesClient classes,
        Away away,
        CancellationToken cancellationToken
    ) => Pages.Show<NotificationList>(await NotificationsView.OfAsync(cursor, notifications, batches, classes, away, cancellationToken));
}

/// <summary>What the page of notifications shows.</summary>
/// <param name="Lines">The newest first.</param>
/// <param name="Cursor">Of this page; null on the first.</param>
/// <param name="NextCursor">Where older ones begin.</param>
/// <param name="Batches">The newest batches, by which a line names its own.</param>
/// <param name="Classes">The names of classes.</param>
/// <param name="Away">Services that did not answer.</param>
public sealed record NotificationsView(
    IReadOnlyList<NotificationLine> Lines,
    string? Cursor,
    string? NextCursor,
    IReadOnlyDictionary<Guid, NamedBatch> Batches,
    IReadOnlyDictionary<Guid, string> Classes,
    IReadOnlyCollection<string> Away
)
{
    internal bool HasUnread => Lines.Any(line => line.IsUnread);

    internal static async Task<NotificationsView> OfAsync(
        string? cursor,
        NotificationsClient notifications,
        BatchesClient batches,
        ClassesClient classes,
        Away away,
        CancellationToken cancellationToken
    )
    {
        var names = away.OrAsync(classes.ListAsync(cancellationToken), []);
        var listed = away.OrAsync(batches.ListAsync(null, cancellationToken), new([], null));
        var found = await notifications.ListAsync(cursor, onlyUnread: false, cancellationToken);
        var named = NamedBatch.Of((await listed).Items, await names);
        return new(
            NotificationLine.Fold(found.Items),
            cursor,
            found.NextCursor,
            named.ToDictionary(batch => batch.Batch.BatchId),
            (await names).ToDictionary(@class => @class.Id, @class => @class.Name),
            away.Services
        );
    }
}
