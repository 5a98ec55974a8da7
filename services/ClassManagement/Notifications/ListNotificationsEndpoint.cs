using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Notifications;

/// <summary>The teacher's notifications, newest first; readable whether or not anything live works.</summary>
static class ListNotificationsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/notifications", HandleAsync).RequireTeacher();

    static async Task<Page<NotificationView>> HandleAsync(
        PageRequest page,
        bool? unread,
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "batch_id")] Guid? batchId,
        Caller caller,
        ClassManagementDbContext db,
        NpgsqlDataSource database,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        await NotificationFeed.GivePlacesAsync(database, caller.UserId, clock.GetUtcNow(), cancellationToken);
        var own = db.Notifications.Of(caller.UserId);
        if (page.Cursor is not null)
        {
            var before = Position(page.Cursor);
            own = own.Where(n => n.Position < before);
        }
        if (unread is not null)
        {
            own = own.Where(n => n.ReadAt == null == unread);
        }
        if (batchId is not null)
        {
            own = own.Where(n => n.BatchId == batchId);
        }
        var found = await own.OrderByDescending(n => n.Position).Take(page.Limit + 1).ToListAsync(cancellationToken);
        return Page.Of(found, page, NotificationView.Of, last => Cursor.Encode(Text(last.Position!.Value)));
    }

    static long Position(string cursor) =>
        long.TryParse(Cursor.Decode(cursor, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : throw ProblemException.Validation("cursor", "The cursor is not one that a list has answered.");

    static string Text(long position) => position.ToString(CultureInfo.InvariantCulture);
}
