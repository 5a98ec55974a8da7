using Phase1.Events;

namespace Phase1.Tickets.Store;

/// <summary>The queue in numbers.</summary>
/// <param name="Open">Open tickets by procedure and status.</param>
/// <param name="Overdue">Open tickets behind their deadline, by procedure.</param>
/// <param name="OldestPending">When the pending ticket that has waited longest was submitted; null where none is pending.</param>
sealed record QueueFigures(
    IReadOnlyList<(string Sop, TicketStatus Status, long Count)> Open,
    IReadOnlyList<(string Sop, long Count)> Overdue,
    DateTimeOffset? OldestPending
)
{
    /// <summary>Counts them; what has ended is not read.</summary>
    internal static async Task<QueueFigures> ReadAsync(ITicketSessions sessions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var session = sessions.Create();
        await session.OpenAsync(cancellationToken);
        var open = await session.QueryAsync(
            """
            select sop, status, count(*) from tickets
            where status in ('pending', 'assigned', 'in_progress', 'blocked', 'deferred') group by sop, status
            """,
            reader => (reader.GetString(0), WireEnum.Parse<TicketStatus>(reader.GetString(1)), reader.GetInt64(2)),
            cancellationToken
        );
        var overdue = await session.QueryAsync(
            "select sop, count(*) from tickets where completed_at is null and deadline is not null and deadline < @now group by sop",
            reader => (reader.GetString(0), reader.GetInt64(1)),
            cancellationToken,
            ("now", now)
        );
        var oldest = await session.QueryAsync(
            "select submitted_at from tickets where status = 'pending' order by submitted_at limit 1",
            reader => session.Dialect.ReadInstant(reader, 0),
            cancellationToken
        );
        return new(open, overdue, oldest is [var first] ? first : null);
    }
}
