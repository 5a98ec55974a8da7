using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>What a round reads. No statement's matching part of an index holds closed tickets.</summary>
static class CandidateStatements
{
    const string HasOpenTask =
        "exists (select 1 from work_tasks w where w.correlation_id = t.ticket_id and w.status in ('pending', 'active'))";

    const string Select = $"select {TicketRow.Columns}, {HasOpenTask} from tickets t";

    const string Owned = "select count(*) from tickets t where t.agent_occurrence_id = @me and t.status in ('assigned', 'in_progress')";

    const string Due =
        "select exists (select 1 from tickets t where t.status = 'deferred' and t.wake_at is not null and t.wake_at <= @now)";

    /// <summary>All of it in one round trip.</summary>
    internal static async Task<Candidates> ReadAsync(
        ITicketSession session,
        string occurrence,
        int skipped,
        int most,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var dialect = session.Dialect;
        await using var command = session.Command(
            $"{Due}; {Claimable(dialect)}; {Own(dialect)}; {Owned}",
            ("now", now),
            ("me", occurrence),
            ("skipped", skipped),
            ("most", most)
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var anyDue = dialect.ReadTruth(reader, 0);
        await reader.NextResultAsync(cancellationToken);
        var claimable = await reader.ReadAllAsync(row => TicketRow.ReadCandidate(dialect, row), cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var own = await reader.ReadAllAsync(row => TicketRow.ReadCandidate(dialect, row), cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(anyDue, claimable, own, (int)reader.GetInt64(0));
    }

    /// <summary>What a round only passes over: parked tickets, and those of others.</summary>
    internal static Task<List<Candidate>> PassedOverAsync(
        ITicketSession session,
        string occurrence,
        int most,
        CancellationToken cancellationToken
    ) =>
        session.QueryAsync(
            $"""
            {Select} where t.status in ('blocked', 'deferred') and t.agent_occurrence_id in (@me, '{Ticket.Shared}')
                or t.status in ('pending', 'assigned', 'in_progress') and t.agent_occurrence_id not in (@me, '{Ticket.Shared}')
                or t.status in ('pending', 'assigned', 'in_progress') and t.agent_occurrence_id = @me and {HasOpenTask}
            order by t.ticket_id limit @most
            """,
            reader => TicketRow.ReadCandidate(session.Dialect, reader),
            cancellationToken,
            ("me", occurrence),
            ("most", most)
        );

    static string Claimable(SqlDialect dialect) =>
        $"""
            {Select} where t.agent_occurrence_id = '{Ticket.Shared}' and t.status in ('pending', 'assigned', 'in_progress')
            order by {Order(dialect)} limit @most offset @skipped
            """;

    static string Own(SqlDialect dialect) =>
        $"""
            {Select} where t.agent_occurrence_id = @me and t.status in ('pending', 'assigned', 'in_progress') and not {HasOpenTask}
            order by {Order(dialect)} limit @most
            """;

    static string Order(SqlDialect dialect) => $"t.priority desc, {dialect.NullsLast("t.deadline")}, t.submitted_at, t.ticket_id";
}
