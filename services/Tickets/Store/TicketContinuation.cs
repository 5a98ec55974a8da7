using Phase1.Tickets.Discovery;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>The next task of tickets that are under way.</summary>
static class TicketContinuation
{
    internal static async Task<int> RunAsync(
        ITicketSession session,
        string[] ids,
        string occurrence,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var tickets = await session.QueryAsync(
            $"""
            select {TicketRow.Columns} from tickets t
            where {session.Dialect.In("t.ticket_id", "@ids")} and t.agent_occurrence_id = @me and t.status in ('assigned', 'in_progress')
            order by t.ticket_id{session.Dialect.ForUpdateSkipLocked}
            """,
            reader => TicketRow.Read(session.Dialect, reader),
            cancellationToken,
            ("ids", ids),
            ("me", occurrence)
        );
        return tickets.Count == 0
            ? 0
            : await TaskStatements.AddAsync(
                session,
                tickets.ConvertAll(ticket => WorkTask.Of(ticket, TaskSource.TicketContinuation, now)),
                skipsTaken: true,
                cancellationToken
            );
    }
}
