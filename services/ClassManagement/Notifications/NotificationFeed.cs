using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Phase1.ClassManagement.Notifications;

/// <summary>
/// A teacher's notifications in an order that never changes once it was seen. Rows are committed by several workers in no order at all, so a number
/// drawn at insertion could appear behind one that a browser has already been shown. The reader therefore gives out the places itself, one
/// reader of a teacher at a time.
/// </summary>
static class NotificationFeed
{
    // One reader of a teacher at a time; readers of others are not kept waiting.
    const string LockTeacher = "select pg_advisory_xact_lock(hashtextextended('notifications:' || $1, 0))";

    // Gives places to what has none yet, oldest first, behind the last place given.
    const string GivePlaces = """
        update notifications n set position = p.position
        from (
            select notification_id, row_number() over (order by created_at, notification_id)
                + coalesce((select last_position from notification_feeds where teacher_id = $1), 0) as position
            from notifications where teacher_id = $1 and position is null
        ) p
        where n.notification_id = p.notification_id
        """;

    // Behind it the next one comes, whatever is deleted meanwhile.
    const string KeepLast = """
        insert into notification_feeds (teacher_id, last_position, last_given_at)
        select teacher_id, max(position), $2 from notifications where teacher_id = $1 and position is not null group by teacher_id
        on conflict (teacher_id) do update set last_position = greatest(notification_feeds.last_position, excluded.last_position),
            last_given_at = excluded.last_given_at
        """;

    const string AnyWithoutPlace = "select exists (select from notifications where teacher_id = $1 and position is null)";

    internal static async Task GivePlacesAsync(
        NpgsqlDataSource database,
        string teacherId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using (var any = new NpgsqlCommand(AnyWithoutPlace, connection) { Parameters = { new() { Value = teacherId } } })
        {
            if (await any.ExecuteScalarAsync(cancellationToken) is false)
            {
                return;
            }
        }
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var sql in new[] { LockTeacher, GivePlaces, KeepLast })
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction)
            {
                Parameters =
                {
                    new() { Value = teacherId },
                    new() { Value = now },
                },
            };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    internal static IQueryable<Notification> Of(this DbSet<Notification> notifications, string teacherId) =>
        notifications.AsNoTracking().Where(n => n.TeacherId == teacherId && n.Position != null);
}
