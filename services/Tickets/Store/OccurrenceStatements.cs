using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>Statements on <c>occurrences</c>, and what becomes of the tickets of one that is gone. Leases go by the database's own clock.</summary>
static class OccurrenceStatements
{
    // A row of one that is gone is kept for a day: it may still own something until then.
    const int SecondsKept = 24 * 60 * 60;

    internal static Task<int> BeatAsync(ITicketSession session, string occurrence, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            $"""
            insert into occurrences (occurrence_id, started_at, last_heartbeat) values (@me, {session.Dialect.DatabaseNow}, {session.Dialect.DatabaseNow})
            on conflict (occurrence_id) do update set last_heartbeat = {session.Dialect.DatabaseNow}, stopped_at = null
            """,
            cancellationToken,
            ("me", occurrence)
        );

    /// <summary>How many living occurrences come before one; 0 where it is not among them.</summary>
    internal static async Task<int> RankAsync(
        ITicketSession session,
        string occurrence,
        double lease,
        CancellationToken cancellationToken
    ) =>
        (
            await session.QueryAsync(
                $"select count(*) from occurrences where {Living(session.Dialect)} and occurrence_id < @me",
                reader => (int)reader.GetInt64(0),
                cancellationToken,
                ("lease", lease),
                ("me", occurrence)
            )
        ).Single();

    internal static Task<List<OccurrenceRow>> ReadAsync(ITicketSession session, double lease, CancellationToken cancellationToken) =>
        session.QueryAsync(
            $"""
            select o.occurrence_id, o.started_at, o.last_heartbeat, {Living(session.Dialect)},
                (select count(*) from tickets t where t.agent_occurrence_id = o.occurrence_id and t.status in ('assigned', 'in_progress'))
            from occurrences o order by o.started_at, o.occurrence_id
            """,
            reader => new OccurrenceRow(
                reader.GetString(0),
                session.Dialect.ReadInstant(reader, 1),
                session.Dialect.ReadInstant(reader, 2),
                session.Dialect.ReadTruth(reader, 3),
                (int)reader.GetInt64(4)
            ),
            cancellationToken,
            ("lease", lease)
        );

    /// <summary>Those that have stopped, or were silent for longer than the lease.</summary>
    internal static Task<List<string>> GoneAsync(ITicketSession session, double lease, CancellationToken cancellationToken) =>
        session.QueryAsync(
            $"select occurrence_id from occurrences where not ({Living(session.Dialect)}) order by occurrence_id",
            reader => reader.GetString(0),
            cancellationToken,
            ("lease", lease)
        );

    /// <summary>Gives back the tickets of an occurrence, and abandons their tasks.</summary>
    /// <returns>How many tickets it owned that are not closed.</returns>
    internal static async Task<int> GiveBackAsync(
        ITicketSession session,
        string occurrence,
        string reason,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var owned = await session.QueryAsync(
            $"""
            select t.ticket_id, t.status from tickets t
            where t.agent_occurrence_id = @owner and t.status in ('pending', 'assigned', 'in_progress', 'blocked', 'deferred')
            order by t.ticket_id{session.Dialect.ForUpdate}
            """,
            reader => (Id: reader.GetString(0), Status: WireEnum.Parse<TicketStatus>(reader.GetString(1))),
            cancellationToken,
            ("owner", occurrence)
        );
        if (owned.Count == 0)
        {
            return 0;
        }
        string[] ids = [.. owned.Select(ticket => ticket.Id)];
        await session.ExecuteAsync(
            $"""
            update tickets set agent_occurrence_id = '{Ticket.Shared}', last_updated = @now,
                status = case when status = 'assigned' then 'pending' else status end
            where {session.Dialect.In("ticket_id", "@ids")}
            """,
            cancellationToken,
            ("ids", ids),
            ("now", now)
        );
        await TaskStatements.AbandonAsync(session, ids, now, cancellationToken);
        await HistoryStatements.AddAsync(session, owned.ConvertAll(ticket => ToChange(ticket.Id, ticket.Status)), cancellationToken);
        return owned.Count;

        TicketChange ToChange(string id, TicketStatus status) =>
            new()
            {
                TicketId = id,
                At = now,
                Actor = TicketActor.System,
                FromStatus = status,
                ToStatus = status == TicketStatus.Assigned ? TicketStatus.Pending : status,
                FromOwner = occurrence,
                ToOwner = Ticket.Shared,
                Reason = reason,
            };
    }

    internal static Task<int> StopAsync(ITicketSession session, string occurrence, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            $"update occurrences set stopped_at = {session.Dialect.DatabaseNow} where occurrence_id = @me",
            cancellationToken,
            ("me", occurrence)
        );

    /// <summary>Forgets those that are long gone.</summary>
    internal static Task<int> ForgetAsync(ITicketSession session, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            $"delete from occurrences where last_heartbeat < {session.Dialect.DatabaseAgo("@kept")}",
            cancellationToken,
            ("kept", (double)SecondsKept)
        );

    static string Living(SqlDialect dialect) => $"stopped_at is null and last_heartbeat >= {dialect.DatabaseAgo("@lease")}";
}
