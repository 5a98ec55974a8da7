using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>Statements on single rows of <c>tickets</c>.</summary>
static class TicketStatements
{
    static readonly (string Name, string Type)[] Columns =
    [
        ("ticket_id", "text"),
        ("sop", "text"),
        ("ticket_type", "text"),
        ("status", "text"),
        ("priority", "integer"),
        ("email", "text"),
        ("user_identifier", "text"),
        ("submitted_at", "timestamptz"),
        ("last_updated", "timestamptz"),
        ("created_at", "timestamptz"),
        ("deadline", "timestamptz"),
        ("completed_at", "timestamptz"),
        ("metadata", "jsonb"),
        ("notes", "text"),
        ("automated", "boolean"),
        ("correlation_id", "text"),
        ("agent_occurrence_id", "text"),
        ("wake_at", "timestamptz"),
        ("outcome", "text"),
        ("org_id", "text"),
    ];

    const string Select = $"select {TicketRow.Columns}, {TicketRow.Version} from tickets t where t.ticket_id = @id";

    internal static async Task<Ticket?> FindAsync(ITicketSession session, string id, CancellationToken cancellationToken) =>
        (
            await session.QueryAsync(Select, reader => TicketRow.ReadVersioned(session.Dialect, reader), cancellationToken, ("id", id))
        ).SingleOrDefault();

    /// <summary>
    /// The ticket, which nobody else changes until the transaction ends. It is read by a statement of its own: the one that waited for the lock would
    /// count the history as it was before.
    /// </summary>
    internal static async Task<Ticket?> LockAsync(ITicketSession session, string id, CancellationToken cancellationToken)
    {
        var dialect = session.Dialect;
        await using var command = session.Command($"select 1 from tickets where ticket_id = @id{dialect.ForUpdate}; {Select}", ("id", id));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? TicketRow.ReadVersioned(dialect, reader) : null;
    }

    /// <summary>Inserts a ticket where its id is free and its matter has no open one; 0 where not.</summary>
    internal static Task<int> InsertAsync(ITicketSession session, Ticket t, CancellationToken cancellationToken) =>
        session.Dialect.InsertAsync(session, new("tickets", Columns, [Values(t)]) { SkipsTaken = true }, cancellationToken);

    /// <summary>The open ticket of a matter.</summary>
    internal static async Task<string?> OpenOfAsync(
        ITicketSession session,
        string sop,
        string? correlationId,
        CancellationToken cancellationToken
    ) =>
        (
            await session.QueryAsync(
                """
                select ticket_id from tickets
                where sop = @sop and correlation_id = @matter and status not in ('completed', 'cancelled', 'failed')
                """,
                reader => reader.GetString(0),
                cancellationToken,
                ("sop", sop),
                ("matter", correlationId)
            )
        ).SingleOrDefault();

    /// <summary>The newest ticket of a matter, open or closed.</summary>
    internal static async Task<Ticket?> LatestOfAsync(
        ITicketSession session,
        string sop,
        string matter,
        CancellationToken cancellationToken
    ) =>
        (
            await session.QueryAsync(
                $"""
                select {TicketRow.Columns}, {TicketRow.Version} from tickets t where t.correlation_id = @matter and t.sop = @sop
                order by t.created_at desc, t.ticket_id desc limit 1
                """,
                reader => TicketRow.ReadVersioned(session.Dialect, reader),
                cancellationToken,
                ("sop", sop),
                ("matter", matter)
            )
        ).SingleOrDefault();

    /// <summary>Writes what a patch has changed of a locked row, and nothing else, with the row of its history in one round trip.</summary>
    internal static async Task WriteAsync(
        ITicketSession session,
        Ticket before,
        Ticket after,
        TicketChange change,
        TicketPatch patch,
        CancellationToken cancellationToken
    )
    {
        var columns = Changed(before, after, patch).ToList();
        var assignments = string.Join(", ", columns.Select(column => $"{column.Name} = @{column.Name}"));
        var (history, parameters) = HistoryStatements.One(session.Dialect, change);
        await using var command = session.Command(
            $"update tickets set {assignments} where ticket_id = @ticket_id; {history}",
            [.. columns, ("ticket_id", after.TicketId), .. parameters]
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static IEnumerable<(string Name, object? Value)> Changed(Ticket before, Ticket after, TicketPatch patch)
    {
        var movesDeferral = before.Status == TicketStatus.Deferred || after.Status == TicketStatus.Deferred;
        var forgets = after.Status.IsTerminal() && RequestDetails.HasCorrection(after.Metadata);
        var changesMetadata = patch.Metadata is not null || patch.WithoutKeys.Count > 0 || forgets;
        yield return ("status", WireEnum.Name(after.Status));
        yield return ("last_updated", after.LastUpdated);
        yield return ("completed_at", after.CompletedAt);
        if (changesMetadata || movesDeferral)
        {
            yield return ("metadata", after.Metadata);
        }
        if (movesDeferral)
        {
            yield return ("wake_at", after.WakeAt);
        }
        if (patch.Notes is not null)
        {
            yield return ("notes", after.Notes);
        }
        if (patch.Owner is not null)
        {
            yield return ("agent_occurrence_id", after.Owner);
        }
        if (patch.Priority is not null)
        {
            yield return ("priority", after.Priority);
        }
        if (patch.Deadline is not null)
        {
            yield return ("deadline", after.Deadline);
        }
        if (after.Deadline != before.Deadline)
        {
            // The new one comes near at another time.
            yield return ("deadline_told_at", null);
        }
        if (patch.Outcome is not null || patch.Reopens)
        {
            yield return ("outcome", after.Outcome);
        }
    }

    static object?[] Values(Ticket t) =>
        [
            t.TicketId,
            t.Sop,
            t.TicketType,
            WireEnum.Name(t.Status),
            t.Priority,
            t.Email,
            t.UserIdentifier,
            t.SubmittedAt,
            t.LastUpdated,
            t.CreatedAt,
            t.Deadline,
            t.CompletedAt,
            t.Metadata,
            t.Notes,
            t.Automated,
            t.CorrelationId,
            t.Owner,
            t.WakeAt,
            t.Outcome,
            t.OrgId,
        ];
}
